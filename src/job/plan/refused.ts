import type { Outcome } from '../../engine/outcome';
import type { Plan } from '../../engine/plan';
import { shortened } from '../../engine/shorten';
import type { Line } from '../../tabs/line';

const refusing: readonly Outcome[] = ['failed', 'blocked', 'waiting'];

/** Details may be long, and only their beginning says what the matter was. In characters. */
const most = 600;

/**
 * What kept these writes from being made in the run before, as its Details said it; '' where they were not tried. A
 * row whose writes were refused is ready once more, but not as if nothing had been.
 */
export function refusedBefore(line: Line | undefined, plan: Plan): string {
  const said = line && saidIn(line);
  if (!said) return '';
  const before = new Set(tokensIn(line.plan));
  return tokensIn(plan).some((token) => before.has(token)) ? shortened(said, most) : '';
}

/** Only a run leaves the plan in the line of a row that did not end well. */
function saidIn({ outcome, details, refused }: Line): string | undefined {
  return refusing.includes(outcome) ? details : outcome === 'planned' ? refused : undefined;
}

function tokensIn({ writes }: Plan): readonly string[] {
  return writes.flatMap(({ tokens }) => tokens);
}
