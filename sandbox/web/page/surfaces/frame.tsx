import { useEffect, useRef } from 'preact/hooks';
import type { FrameView } from '../../wire';
import { callScript } from '../server';

/** Google's own sandbox flags for HtmlService ("HTML Service: Restrictions", Apps Script guides). */
const flags =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

/**
 * The frame's address: the same server under its other loopback name. A different origin, as at Google, so the script's
 * HTML cannot reach into this page; all it can do is send the messages handled here.
 */
function addressOf(serial: number): string {
  const { protocol, hostname, port } = window.location;
  const other = hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return `${protocol}//${other}${port && ':'}${port}/frame/${serial}`;
}

interface FrameProps {
  readonly frame: FrameView;
  readonly onClose: () => void;
  readonly onFocusGrid: () => void;
}

/** HTML of the script's, cut off from the page, with `google.script` answered through messages. */
export function Frame({ frame, onClose, onFocusGrid }: FrameProps) {
  const element = useRef<HTMLIFrameElement>(null);
  const address = addressOf(frame.serial);
  useEffect(() => {
    const onMessage = (event: MessageEvent<unknown>) => {
      const target = element.current?.contentWindow;
      if (!target || event.source !== target) return;
      const ask = askOf(event.data);
      if (ask?.kind === 'close') onClose();
      if (ask?.kind === 'focus') onFocusGrid();
      if (ask?.kind === 'call') void call(ask, target, new URL(address).origin);
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [frame.serial]);
  return <iframe ref={element} title={frame.title} src={address} sandbox={flags} />;
}

type Ask =
  | { readonly kind: 'close' }
  | { readonly kind: 'focus' }
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly args: unknown };

function askOf(data: unknown): Ask | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  if (data.kind === 'close' || data.kind === 'focus') return { kind: data.kind };
  if (data.kind !== 'call' || !('id' in data) || !('name' in data) || !('args' in data)) return null;
  return { kind: 'call', id: Number(data.id), name: String(data.name), args: data.args };
}

async function call(ask: Extract<Ask, { kind: 'call' }>, target: Window, origin: string): Promise<void> {
  const result = await callScript(ask.name, ask.args).catch((error: unknown) => ({
    ok: false,
    name: 'NetworkError',
    message: error instanceof Error ? error.message : String(error),
  }));
  target.postMessage({ id: ask.id, result }, origin);
}
