import { useState } from 'preact/hooks';
import type { ViewName } from './bar';
import { Bar } from './bar';
import { CardPage } from './card-page';
import { GooglePage } from './google/google-page';
import { useSelection } from './grid/selection';
import type { Model } from './model';
import { Outbox } from './outbox';
import { Ask, HtmlDialog } from './surfaces/dialogs';
import { Messages } from './surfaces/messages';
import { Sidebar } from './surfaces/sidebar';
import type { Workbook } from './use-workbook';
import { useWorkbook } from './use-workbook';
import { WorkbookPage, focusGrid } from './workbook-page';

/** The whole page. */
export function App() {
  const workbook = useWorkbook();
  if (!workbook.model)
    return (
      <p class="loading" role="status">
        {workbook.trouble || 'Opening the workbook…'}
      </p>
    );
  return <Desk key={workbook.model.era} {...workbook} model={workbook.model} />;
}

function Desk({ model, trouble, change, report }: Workbook & { readonly model: Model }) {
  const { head } = model;
  const [view, setView] = useState<ViewName>('sheet');
  const selecting = useSelection({ sheet: head.activeSheet, block: head.selection, jumps: head.jumps }, change);
  const ask = head.asks[0];
  return (
    <div class="desk">
      <Bar head={head} view={view} onView={setView} report={report} />
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}{' '}
          <button type="button" class="link" onClick={() => report('')}>
            Dismiss
          </button>
        </p>
      )}
      <div class="stage">
        {view === 'sheet' && <WorkbookPage model={model} selecting={selecting} change={change} report={report} />}
        {view === 'google' && <GooglePage />}
        {view === 'mail' && <Outbox count={head.mails} />}
        {view === 'card' && <CardPage />}
        {head.sidebar && <Sidebar frame={head.sidebar} onFocusGrid={focusGrid} />}
      </div>
      <Messages messages={head.messages} running={head.running} />
      {head.dialog && <HtmlDialog key={head.dialog.serial} frame={head.dialog} onFocusGrid={focusGrid} />}
      {ask && <Ask key={ask.id} ask={ask} />}
    </div>
  );
}
