import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Place } from './geometry';
import { columnLetters } from './geometry';

/** A cell being typed into. `listOpen`: opened through its drop-down. */
export interface Editing {
  readonly place: Place;
  readonly text: string;
  /** Typing began on the cell itself, so arrow keys end it, as in a spreadsheet. */
  readonly fresh: boolean;
  readonly listOpen: boolean;
}

interface EditorProps {
  readonly editing: Editing;
  readonly values: readonly string[];
  readonly box: { readonly top: number; readonly left: number; readonly width: number };
  /** Ends editing; `key` is the key that ended it, or ''. */
  readonly onDone: (text: string, key: string, back: boolean) => void;
  readonly onCancel: () => void;
}

/** The field over the cell that is edited, with its drop-down. */
export function Editor({ editing, values, box, onDone, onCancel }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const ended = useRef(false);
  const [text, setText] = useState(editing.text);
  const [marked, setMarked] = useState(-1);
  const offered = editing.listOpen && text === editing.text ? values : matching(values, text);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, []);

  const done = (value: string, key = '', back = false) => {
    if (ended.current) return;
    ended.current = true;
    onDone(value, key, back);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const act = keyAct(event, { fresh: editing.fresh, offers: offered.length });
    if (act === 'type') return;
    event.preventDefault();
    if (act === 'newLine') {
      field.current?.setRangeText('\n', field.current.selectionStart, field.current.selectionEnd, 'end');
      setText(field.current?.value ?? text);
    } else if (act === 'cancel') {
      ended.current = true;
      onCancel();
    } else if (act === 'next' || act === 'previous')
      setMarked((marked + (act === 'next' ? 1 : -1) + offered.length) % offered.length);
    else done(event.key === 'Enter' ? (offered[marked] ?? text) : text, event.key, event.shiftKey);
  };
  return (
    <div class="editor" style={{ top: `${box.top}px`, left: `${box.left}px`, minWidth: `${box.width}px` }}>
      <textarea
        ref={field}
        rows={1}
        value={text}
        spellcheck={false}
        aria-controls="offered"
        aria-autocomplete="list"
        aria-activedescendant={marked < 0 ? undefined : `offer-${marked}`}
        aria-label={`Cell ${columnLetters(editing.place.column)}${editing.place.row}`}
        style={{ width: `${Math.max(box.width, Math.min(420, text.length * 7.2 + 30))}px` }}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => done(text)}
      />
      <Offers offered={offered} marked={marked} onTake={done} />
    </div>
  );
}

interface OffersProps {
  readonly offered: readonly string[];
  readonly marked: number;
  readonly onTake: (value: string) => void;
}

/** The drop-down below the field. */
function Offers({ offered, marked, onTake }: OffersProps) {
  return (
    <ul id="offered" role="listbox" aria-label="Values" hidden={!offered.length}>
      {offered.map((value, index) => (
        <li
          key={value}
          id={`offer-${index}`}
          role="option"
          aria-selected={index === marked}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(value);
          }}
        >
          {value}
        </li>
      ))}
    </ul>
  );
}

function matching(values: readonly string[], text: string): readonly string[] {
  const typed = text.trim().toLowerCase();
  return typed ? values.filter((value) => value.toLowerCase().includes(typed) && value !== text) : [];
}

type Act = 'type' | 'newLine' | 'cancel' | 'next' | 'previous' | 'done';

function keyAct(event: KeyboardEvent, now: { readonly fresh: boolean; readonly offers: number }): Act {
  if (event.isComposing) return 'type';
  switch (event.key) {
    case 'Escape':
      return 'cancel';
    case 'Tab':
      return 'done';
    case 'Enter':
      return event.altKey ? 'newLine' : 'done';
    case 'ArrowDown':
      return now.offers ? 'next' : now.fresh ? 'done' : 'type';
    case 'ArrowUp':
      return now.offers ? 'previous' : now.fresh ? 'done' : 'type';
    case 'ArrowLeft':
    case 'ArrowRight':
      return now.fresh ? 'done' : 'type';
    default:
      return 'type';
  }
}
