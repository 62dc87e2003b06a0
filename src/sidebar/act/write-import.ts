import type { ImportDone, ImportRecord } from '../../job/imports/wire';
import { newId } from '../browser';
import { allProblems, partsOf } from '../file/parts';
import type { Importing } from '../state';
import { changeImport } from './imports';
import { say, type Tools } from './tools';

/** So often a part whose answer did not come is sent again; the server writes none twice. */
const patience = 5;
const rest = 2_000;

/** Writing an import part by part: it can be stopped, and goes on where it is. */
export function writeImportActions(tools: Tools) {
  const { store, call, sleep } = tools;
  const now = (): Importing | null => store.get().importing;

  async function writeFile(): Promise<void> {
    const before = now();
    if (!before?.view) return;
    const parts = partsOf(before.view, before.records);
    const written = before.written ?? { id: newId(), parts: [], of: parts.length };
    changeImport(tools, { written, stopping: false });
    store.set({ trouble: null, notice: '' });
    for (let part = written.parts.length; part < parts.length && !now()?.stopping; part++) {
      const done = await writePart(written.id, part, parts[part] ?? []);
      const so = now()?.written;
      if (!done || !so) return;
      changeImport(tools, { written: { ...so, parts: [...so.parts, done] } });
    }
    await endImport();
  }

  async function writePart(id: string, part: number, records: readonly ImportRecord[]): Promise<ImportDone | null> {
    // Who has the name of somebody on the sheet was settled by looking.
    const how = { ...now()?.how, namesakes: 'add' as const };
    for (let misses = 0; ; misses++) {
      const answer = await call('writeImport', { id, part, records, how });
      if (answer.ok) return answer.value;
      if (misses >= patience || !(answer.retryable || answer.code === 'locked')) {
        say(store, answer, () => void writeFile());
        return null;
      }
      await sleep(rest * (1 + misses));
    }
  }

  async function endImport(): Promise<void> {
    const { view, written } = now() ?? {};
    if (!view || !written) return;
    const problems = allProblems(view.problems, written.parts);
    const report = await call('endImport', { problems, unused: view.unused });
    const sum = (name: 'added' | 'updated' | 'skipped' | 'same'): number =>
      written.parts.reduce((total, part) => total + part[name], 0);
    const counts = { added: sum('added'), updated: sum('updated'), skipped: sum('skipped'), same: sum('same') };
    const stopped = written.parts.length < written.of;
    const says = report.ok ? report.value.says : '';
    const leftOut = view.rows - view.kept.length;
    // Passwords may stand in the records: what is not needed any more goes.
    changeImport(tools, { records: [], result: { ...counts, leftOut, stopped, says } });
    if (!report.ok) say(store, report);
  }

  const stopImport = (): void => changeImport(tools, { stopping: true });

  return { writeFile, stopImport };
}
