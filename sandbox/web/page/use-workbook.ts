import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Edit } from '../wire';
import type { Model } from './model';
import { merged, withTyped } from './model';
import { edit, getUpdate } from './server';

/** The workbook as it stands, a way to change it, and what went wrong last. */
export interface Workbook {
  readonly model: Model | null;
  /** A sentence to show, or ''. */
  readonly trouble: string;
  readonly change: (what: Edit) => void;
  readonly report: (trouble: string) => void;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Follows the server for as long as the page is open. */
export function useWorkbook(): Workbook {
  const [model, setModel] = useState<Model | null>(null);
  const [trouble, report] = useState('');
  const latest = useRef<Model | null>(null);
  const show = useCallback((next: Model) => {
    latest.current = next;
    setModel(next);
  }, []);

  useEffect(() => {
    let open = true;
    void follow(() => open, latest, { show, report });
    return () => {
      open = false;
    };
  }, []);

  const change = useCallback((what: Edit) => {
    if (what.kind === 'set' && latest.current) show(withTyped(latest.current, what));
    edit(what).catch(async (error: unknown) => {
      report(error instanceof Error ? error.message : String(error));
      show(merged(null, await getUpdate('', 0)));
    });
  }, []);
  return { model, trouble, change, report };
}

interface Shown {
  readonly show: (model: Model) => void;
  readonly report: (trouble: string) => void;
}

async function follow(open: () => boolean, latest: { current: Model | null }, shown: Shown): Promise<void> {
  let away = false;
  while (open()) {
    try {
      const update = await getUpdate(latest.current?.era ?? '', latest.current?.version ?? 0);
      if (away) shown.report('');
      away = false;
      shown.show(merged(latest.current, update));
    } catch (error) {
      // fetch rejects with a TypeError when nobody listens; anything else is the server's own sentence.
      const silent = error instanceof TypeError || !(error instanceof Error);
      if (!away) shown.report(silent ? 'The workbench does not answer. Is it still running?' : error.message);
      away = true;
      await pause(1000);
    }
  }
}
