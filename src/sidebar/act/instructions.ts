import type { InstructionsLine, InstructionsView } from '../../job/instructions/wire';
import { ask, type Tools } from './tools';

/** So many mails go out with one call of the server. */
const atOnce = 25;

const chosen = (lines: readonly InstructionsLine[]) => ({
  people: lines.map(({ person }) => person),
  marks: lines.map(({ mark }) => mark),
});

/**
 * Mails these people in parts, and gives what was said of them: what was sent stays sent where one part does not go
 * out.
 */
async function mailedInParts(tools: Tools, lines: readonly InstructionsLine[], again: boolean): Promise<string> {
  let said = '';
  for (let from = 0; from < lines.length; from += atOnce) {
    const part = chosen(lines.slice(from, from + atOnce));
    const sent = await ask(tools, 'Sending…', () => tools.call('sendInstructions', { ...part, again }));
    if (!sent) break;
    said = [said, sent.says].filter(Boolean).join(' ');
  }
  return said;
}

/** Instructions to the team: chosen, read, mailed, printed. */
export function instructionsActions(tools: Tools) {
  const { store, call } = tools;
  const took = (instructions: InstructionsView | null) => {
    if (instructions) store.set({ instructions });
  };

  async function showInstructionsPage(): Promise<void> {
    store.set({ page: 'instructions', letter: null, trouble: null, notice: '' });
    took(await ask(tools, 'Looking at the team…', () => call('getInstructions')));
  }

  async function readInstructions(person: string): Promise<void> {
    const letter = await ask(tools, 'Writing the mail…', () => call('readInstructions', { person }));
    if (letter) store.set({ letter });
  }

  async function mailInstructions(lines: readonly InstructionsLine[], again: boolean): Promise<void> {
    const said = await mailedInParts(tools, lines, again);
    const { trouble } = store.get();
    const seen = await call('getInstructions');
    if (seen.ok) took(seen.value);
    store.set({ trouble, notice: said });
  }

  async function printInstructions(lines: readonly InstructionsLine[]): Promise<void> {
    await ask(tools, 'Making the pages…', () => call('showInstructions', chosen(lines)));
  }

  async function noteInstructions(lines: readonly InstructionsLine[]): Promise<void> {
    const noted = await ask(tools, 'Noting…', async () => {
      const answer = await call('noteInstructions', chosen(lines));
      return answer.ok ? call('getInstructions') : answer;
    });
    took(noted);
  }

  async function setSecurityGroup(group: string): Promise<void> {
    took(await ask(tools, 'Noting…', () => call('setSecurityGroup', { group })));
  }

  async function showPaste(): Promise<void> {
    store.set({ page: 'paste', paste: null, trouble: null, notice: '' });
    const paste = await ask(tools, 'Making the lists…', () => call('getPaste'));
    if (paste) store.set({ paste });
  }

  const closeLetter = (): void => store.set({ letter: null });

  return {
    showInstructionsPage,
    readInstructions,
    mailInstructions,
    printInstructions,
    noteInstructions,
    setSecurityGroup,
    showPaste,
    closeLetter,
  };
}
