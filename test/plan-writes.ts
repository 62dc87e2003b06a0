import type { PlanView, PlanWrite } from '../src/job/wire';
import { ask } from '../sandbox/cli/desk';
import type { TestDesk } from './sandbox-desk';

/** Every write of a plan, page by page, as the sidebar asks for them. */
export function writesOf(desk: TestDesk, { planId }: Pick<PlanView, 'planId'>): readonly PlanWrite[] {
  const all: PlanWrite[] = [];
  for (;;) {
    const { total, writes } = ask(desk.host, 'getPlanLines', { planId, from: all.length });
    all.push(...writes);
    if (all.length >= total) return all;
  }
}

/** Writes as a person reads them: whom each is about, and what it does. */
export const told = (writes: readonly PlanWrite[]): readonly string[] => writes.map(({ of, says }) => `${of}: ${says}`);
