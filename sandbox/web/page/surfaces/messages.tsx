import { useEffect, useState } from 'preact/hooks';
import type { MessageView } from '../../wire';

const shownFor = { toast: 6000, error: 20000 };

/** Toasts and errors of executions, at the lower edge. Each goes by itself, or when it is dismissed. */
export function Messages({
  messages,
  running,
}: {
  readonly messages: readonly MessageView[];
  readonly running: readonly string[];
}) {
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set());
  const dismiss = (id: number) => setGone((old) => new Set(old).add(id));
  const shown = messages.filter((message) => !gone.has(message.id)).slice(-3);
  return (
    <div class="messages" role="status">
      {running.length > 0 && <div class="toast working">Running script…</div>}
      {shown.map((message) => (
        <Message key={message.id} message={message} onGone={() => dismiss(message.id)} />
      ))}
    </div>
  );
}

function Message({ message, onGone }: { readonly message: MessageView; readonly onGone: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onGone, shownFor[message.kind]);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class={`toast ${message.kind}`}>
      <span>{message.text}</span>
      <button type="button" class="plain" aria-label="Dismiss" onClick={onGone}>
        ×
      </button>
    </div>
  );
}
