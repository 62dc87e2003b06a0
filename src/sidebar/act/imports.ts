import type { ImportHow, ImportRecord, Mapped } from '../../job/imports/wire';
import type { Encoding } from '../file/decode';
import { FileTrouble, readFile, refuseSize } from '../file/read-file';
import type { Importing } from '../state';
import { ask, say, type Tools } from './tools';

/** Importing: a file or a tab is chosen and looked at before a row is written. */
export function importActions(tools: Tools) {
  const { store, call } = tools;
  let looks = 0;
  let preset: Partial<ImportHow> = {};

  /** `how`: what is known of the file before it is chosen. */
  async function startImport(from: 'file' | 'tab', how: Partial<ImportHow> = {}): Promise<void> {
    preset = how;
    store.set({ page: 'import', importing: null, from, trouble: null, notice: '' });
    const importChoices = await ask(tools, 'Looking at the spreadsheet…', () => call('getImportChoices'));
    if (importChoices) store.set({ importChoices });
  }

  function begin(source: string, records: readonly ImportRecord[]): Promise<void> {
    const fresh = { how: preset, view: null, guess: null, written: null, result: null, stopping: false };
    store.set({ importing: { source, records, ...fresh } });
    return lookAgain();
  }

  /** Reads a file in the browser: what cannot be read never leaves it. */
  async function chooseFile(file: File, encoding: Encoding): Promise<void> {
    store.set({ busy: 'Reading ' + file.name + '…', trouble: null, notice: '' });
    try {
      refuseSize(file.size);
      const { records } = readFile(new Uint8Array(await file.arrayBuffer()), encoding);
      await begin(file.name, records);
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      store.set({ busy: '', trouble: { message: error.says, remedy: error.remedy } });
    }
  }

  async function chooseTab(name: string): Promise<void> {
    const records = await ask(tools, 'Reading the tab ' + name + '…', () => call('readTabForImport', { name }));
    if (records) await begin(name, records);
  }

  /** Looks what the file would do, read in this way. A file that no format knows is mapped by hand. */
  async function lookAgain(how: Partial<ImportHow> = {}): Promise<void> {
    const before = store.get().importing;
    if (!before) return;
    const asked = { ...before.how, ...how };
    changeImport(tools, { how: asked });
    store.set({ busy: 'Comparing with the sheet…', trouble: null, notice: '' });
    looks += 1;
    const mine = looks;
    const answer = await call('lookAtImport', { records: before.records, how: asked });
    // Something else was chosen meanwhile.
    if (mine !== looks) return;
    store.set({ busy: '' });
    if (answer.ok) return changeImport(tools, { view: answer.value, guess: null });
    say(store, answer);
    if (answer.code === 'unusableFile') await openMapper(tools);
  }

  const mapColumns = (mapping: readonly Mapped[], addresses: string): Promise<void> =>
    lookAgain({ mapping, addresses });

  return { startImport, chooseFile, chooseTab, lookAgain, openMapper: () => openMapper(tools), mapColumns };
}

/** Where the file has nothing to map, another one is chosen. */
async function openMapper(tools: Tools): Promise<void> {
  const before = tools.store.get().importing;
  const guess = before && (await tools.call('guessImport', { records: before.records.slice(0, 60) }));
  if (!guess) return;
  if (!guess.ok) return say(tools.store, guess);
  if (guess.value.mapping.length > 0) changeImport(tools, { guess: guess.value });
  else if (!before?.view) tools.store.set({ importing: null });
}

/** Changes what is known of the import that is open. */
export function changeImport({ store }: Tools, importing: Partial<Importing>): void {
  const before = store.get().importing;
  if (before) store.set({ importing: { ...before, ...importing } });
}
