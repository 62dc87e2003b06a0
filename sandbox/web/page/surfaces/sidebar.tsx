import type { FrameView } from '../../wire';
import { closeFrame } from '../server';
import { Frame } from './frame';

/** The script's sidebar: 300 pixels wide, as in Google Sheets. */
export function Sidebar({ frame, onFocusGrid }: { readonly frame: FrameView; readonly onFocusGrid: () => void }) {
  const close = () => void closeFrame(frame.serial);
  return (
    <aside class="sidebar" aria-label={frame.title || 'Sidebar'}>
      <header>
        <strong>{frame.title}</strong>
        <button type="button" class="plain" aria-label="Close the sidebar" onClick={close}>
          ×
        </button>
      </header>
      <Frame key={frame.serial} frame={frame} onClose={close} onFocusGrid={onFocusGrid} />
    </aside>
  );
}
