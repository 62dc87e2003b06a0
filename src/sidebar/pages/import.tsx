import { useState } from 'preact/hooks';
import { type Encoding, encodings } from '../file/decode';
import { Button } from '../parts/button';
import { Frame, type PageProps } from '../parts/frame';
import { ImportMapper } from '../parts/import-mapper';
import { ImportPreview } from '../parts/import-preview';
import { Note } from '../parts/note';
import { Tiles } from '../parts/tiles';
import type { Importing } from '../state';
import { count, figure } from '../words';

const encodingNames: Readonly<Record<Encoding, string>> = {
  auto: 'Found out by itself',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, high byte first',
  'windows-1252': 'Windows-1252 (Western Europe)',
  shift_jis: 'Shift_JIS (Japan)',
};

const isEncoding = (text: string): text is Encoding => encodings.some((one) => one === text);

function FromFile({ act }: { act: PageProps['act'] }) {
  const [encoding, choose] = useState<Encoding>('auto');
  return (
    <>
      <div class="field">
        <label for="import-file">A file: CSV or TSV</label>
        <input
          id="import-file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            if (file) void act.chooseFile(file, encoding);
            // The same file can be chosen again once it was put right.
            input.value = '';
          }}
        />
      </div>
      <div class="field">
        <label for="import-encoding">Encoding</label>
        <select
          id="import-encoding"
          value={encoding}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isEncoding(value)) choose(value);
          }}
        >
          {encodings.map((one) => (
            <option key={one} value={one}>
              {encodingNames[one]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

function FromTab({ state, act }: PageProps) {
  const sources = state.importChoices?.sources ?? [];
  const [name, choose] = useState('');
  if (!sources.length)
    return (
      <p>There is no other tab. Open an Excel workbook with File › Import, as new tabs, or paste the list into one.</p>
    );
  return (
    <>
      <div class="field">
        <label for="import-tab">A tab of this spreadsheet</label>
        <select id="import-tab" value={name} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">–</option>
          {sources.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
      <div class="links">
        <Button onClick={() => void act.chooseTab(name)} disabled={!name || state.busy !== ''}>
          Read this tab
        </Button>
      </div>
    </>
  );
}

function Choose({ state, act }: PageProps) {
  const both = [<FromFile key="file" act={act} />, <FromTab key="tab" state={state} act={act} />];
  return (
    <>
      {state.from === 'file' ? both : both.reverse()}
      <Note tone="info">
        Lists of the Google Admin console, Microsoft 365, Partner Center and GAM are recognised by their headers; the
        columns of any other are mapped. You see what would happen before a row is written, and nothing is sent to
        Google.
      </Note>
    </>
  );
}

function Writing({ written }: { written: NonNullable<Importing['written']> }) {
  const { parts, of } = written;
  const done = parts.reduce((sum, { added, updated, skipped, same }) => sum + added + updated + skipped + same, 0);
  return (
    <>
      <div
        class="bar"
        role="progressbar"
        aria-label="Parts written"
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={parts.length}
      >
        <i class="ok" style={{ width: (of ? (100 * parts.length) / of : 100) + '%' }} />
      </div>
      <p>{figure(done)} rows. A part is written whole or not at all.</p>
    </>
  );
}

function Result({ importing: { result, source } }: { importing: Importing }) {
  if (!result) return null;
  const { added, updated, skipped, same, leftOut, stopped, says } = result;
  return (
    <>
      <Tiles
        tallies={[
          { word: 'added', count: added, tone: 'ok' },
          { word: 'changed', count: updated, tone: 'act' },
          { word: 'left as they were', count: skipped + same, tone: 'plain' },
          { word: 'left out', count: leftOut, tone: leftOut ? 'stop' : 'plain' },
        ]}
      />
      {stopped && (
        <Note tone="wait" title="Stopped">
          <p>What was written stays. Import {source} again to go on: rows that are there are not added twice.</p>
        </Note>
      )}
      {says && <p>{says}</p>}
      <Note tone="info">Nothing was sent to Google yet. Check next: you see every change before it is made.</Note>
    </>
  );
}

function titleOf({ importing, from }: PageProps['state']): string {
  if (!importing) return from === 'file' ? 'Import a file' : 'Import a tab';
  const { result, written, guess, view, source } = importing;
  if (result) return result.stopped ? 'Import stopped' : 'Imported';
  if (written) return 'Writing rows';
  if (guess) return 'Which column is which?';
  return view ? count(view.rows, 'row') + ' in ' + source : source;
}

function Footer({ state, act }: PageProps) {
  const { importing, busy } = state;
  if (!importing) return null;
  const { result, written, view, guess, stopping } = importing;
  if (result)
    return (
      <Button kind="primary" onClick={() => act.go('start')}>
        Go on to the check
      </Button>
    );
  if (written && !state.trouble)
    return (
      <Button kind="danger" onClick={act.stopImport} disabled={stopping}>
        {stopping ? 'Stopping…' : 'Stop'}
      </Button>
    );
  if (!view || guess || written) return null;
  const rows = view.added + view.updated;
  return (
    <Button kind="primary" onClick={() => void act.writeFile()} disabled={busy !== '' || !rows}>
      {rows ? 'Write ' + count(rows, 'row') : 'Nothing to write'}
    </Button>
  );
}

/** Importing a file or a tab: choose it, see what would happen, write it. */
export function Import({ state, act }: PageProps) {
  const { importing } = state;
  const page = !importing ? (
    <Choose state={state} act={act} />
  ) : importing.result ? (
    <Result importing={importing} />
  ) : importing.written ? (
    <Writing written={importing.written} />
  ) : importing.guess ? (
    <ImportMapper state={state} act={act} guess={importing.guess} />
  ) : (
    importing.view && <ImportPreview state={state} act={act} importing={importing} view={importing.view} />
  );
  return (
    <Frame state={state} act={act} title={titleOf(state)} footer={<Footer state={state} act={act} />}>
      {page}
    </Frame>
  );
}
