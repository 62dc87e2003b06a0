import type { Showing } from '../apps-script/showing';
import type { AskView, FrameView, MessageView } from './wire';

/** What scripts have put before the person: one sidebar, one dialog, questions, messages. */

/** What a person answered: `Ui.Button`'s name, and the text of a prompt. */
export interface Answered {
  readonly button: string;
  readonly text: string;
}

type Question = Extract<Showing, { kind: 'alert' | 'prompt' }>;
interface Frame extends FrameView {
  readonly html: string;
}
interface Standing {
  readonly view: AskView;
  readonly resolve: (answered: Answered) => void;
}

/** The surfaces of one session. */
export interface Surfaces {
  /** Shows something that needs no answer: a new sidebar or dialog takes the old one's place. */
  show(showing: Showing): void;
  /** Puts a question; resolves when the person has answered. */
  ask(question: Question): Promise<Answered>;
  answer(id: number, answered: Answered): void;
  close(serial: number): void;
  closeAll(): void;
  /** An execution's error, as the red bar of Google Sheets shows it. */
  report(text: string): void;
  /** HTML of a frame; undefined when it is closed. */
  html(serial: number): string | undefined;
  view(): {
    readonly sidebar: FrameView | null;
    readonly dialog: FrameView | null;
    readonly asks: readonly AskView[];
    readonly messages: readonly MessageView[];
  };
}

const mostMessages = 5;
/** A page that is opened later than this many milliseconds does not show a message any more. */
const freshFor = 20_000;

/** Surfaces with nothing on them. Serials never repeat: a frame's address always means the same HTML. */
export function openSurfaces(): Surfaces {
  const frames: { sidebar: Frame | null; dialog: Frame | null } = { sidebar: null, dialog: null };
  const standing = new Map<number, Standing>();
  const messages: (MessageView & { readonly said: number })[] = [];
  let last = 0;

  const say = (kind: MessageView['kind'], text: string) => {
    last += 1;
    messages.push({ id: last, kind, text, said: Date.now() });
    messages.splice(0, Math.max(0, messages.length - mostMessages));
  };
  return {
    show: (showing) => {
      if (showing.kind === 'toast') say('toast', [showing.title, showing.text].filter(Boolean).join('\n'));
      if (showing.kind !== 'sidebar' && showing.kind !== 'dialog') return;
      last += 1;
      const { title, html, width, height } = showing;
      frames[showing.kind] = { serial: last, title, html, width, height };
    },
    ask: ({ kind, title, text, buttons }) =>
      new Promise((resolve) => {
        last += 1;
        standing.set(last, { view: { id: last, kind, title, message: text, buttons }, resolve });
      }),
    answer: (id, answered) => {
      standing.get(id)?.resolve(answered);
      standing.delete(id);
    },
    close: (serial) => {
      if (frames.sidebar?.serial === serial) frames.sidebar = null;
      if (frames.dialog?.serial === serial) frames.dialog = null;
    },
    closeAll: () => {
      Object.assign(frames, { sidebar: null, dialog: null });
      for (const { resolve } of standing.values()) resolve({ button: 'CLOSE', text: '' });
      standing.clear();
    },
    report: (text) => {
      say('error', text);
    },
    html: (serial) => [frames.sidebar, frames.dialog].find((frame) => frame?.serial === serial)?.html,
    view: () => ({
      sidebar: bare(frames.sidebar),
      dialog: bare(frames.dialog),
      asks: [...standing.values()].map(({ view }) => view),
      messages: messages
        .filter(({ said }) => Date.now() - said < freshFor)
        .map(({ id, kind, text }) => ({ id, kind, text })),
    }),
  };
}

function bare(frame: Frame | null): FrameView | null {
  if (!frame) return null;
  const { serial, title, width, height } = frame;
  return { serial, title, width, height };
}
