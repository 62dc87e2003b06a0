import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Names and places of serious accessibility violations of a frame as it stands, without the frames in it. In dark
 * colours nothing else differs than the contrast.
 */
export async function seriousViolations(
  frame: Frame,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe);
  return frame.evaluate(
    async (rules) => {
      interface Violation {
        impact: string;
        id: string;
        nodes: { target: unknown[] }[];
      }
      const { axe: checker } = window as unknown as {
        axe: { run(context: Document, options: object): Promise<{ violations: Violation[]; passes: unknown[] }> };
      };
      const { violations, passes } = await checker.run(document, {
        resultTypes: ['violations'],
        preload: false,
        iframes: false,
        // What is read out has to hold the words that are seen, so that people can say them (WCAG 2.5.3).
        rules: { 'label-content-name-mismatch': { enabled: true } },
        ...rules,
      });
      if (!passes.length) throw new Error('axe looked at nothing');
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    },
    colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {},
  );
}
