import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AskView, FrameView } from '../../wire';
import { answerAsk, closeFrame } from '../server';
import { Frame } from './frame';

/** A modal box. Escape closes it where `onEscape` is given. */
function Modal({
  title,
  width,
  onEscape,
  children,
}: {
  readonly title: string;
  readonly width: number;
  readonly onEscape: () => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={title || 'Message'}
      style={{ width: `${width}px` }}
      onCancel={(event) => {
        event.preventDefault();
        onEscape();
      }}
    >
      {children}
    </dialog>
  );
}

const words: Readonly<Record<string, string>> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' };

/** A question of the script's: `Ui.alert` or `Ui.prompt`. The script stands still until it is answered. */
export function Ask({ ask }: { readonly ask: AskView }) {
  const [text, setText] = useState('');
  const answer = (button: string) => void answerAsk(ask.id, button, text);
  return (
    <Modal title={ask.title} width={420} onEscape={() => answer('CLOSE')}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          answer(ask.buttons[0] ?? 'OK');
        }}
      >
        {ask.title && <h2>{ask.title}</h2>}
        <p class="message">{ask.message}</p>
        {ask.kind === 'prompt' && (
          <input
            autofocus
            aria-label={ask.message || ask.title}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
        <div class="buttons">
          {ask.buttons.map((button, index) => (
            <button
              key={button}
              type={index ? 'button' : 'submit'}
              class={index ? '' : 'main'}
              onClick={index ? () => answer(button) : undefined}
            >
              {words[button] ?? button}
            </button>
          ))}
        </div>
      </form>
    </Modal>
  );
}

/** HTML that the script shows as a dialog. */
export function HtmlDialog({ frame, onFocusGrid }: { readonly frame: FrameView; readonly onFocusGrid: () => void }) {
  const close = () => void closeFrame(frame.serial);
  return (
    <Modal title={frame.title} width={frame.width + 2} onEscape={close}>
      <header class="dialog-head">
        <h2>{frame.title}</h2>
        <button type="button" class="plain" aria-label="Close" onClick={close}>
          ×
        </button>
      </header>
      <div class="dialog-frame" style={{ height: `${frame.height}px` }}>
        <Frame frame={frame} onClose={close} onFocusGrid={onFocusGrid} />
      </div>
    </Modal>
  );
}
