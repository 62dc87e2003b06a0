import { choiceActions } from './choice';
import { customerMailActions } from './customer-mail';
import { customerRulesActions } from './customer-rules';
import { customerActions } from './customers';
import { deskActions } from './desk';
import { handOffActions } from './hand-off';
import { importActions } from './imports';
import { letterheadActions } from './letterhead';
import { needsActions } from './needs';
import { newCustomerActions } from './new-customer';
import { peoplePagesActions } from './people-pages';
import { planActions } from './plan';
import { readinessActions } from './readiness';
import { underWay } from '../state';
import type { StartPage } from '../../job/wire';
import type { Tools } from './tools';
import { jobActions } from './work';
import { writeImportActions } from './write-import';

/** What the pages can start, page by page. */
function pageActions(tools: Tools, work: ReturnType<typeof jobActions>, desk: ReturnType<typeof deskActions>) {
  return {
    ...peoplePagesActions(tools, work),
    ...choiceActions(tools, work, desk),
    ...needsActions(tools, work),
    ...planActions(tools),
    ...handOffActions(tools, work),
    ...readinessActions(tools),
    ...newCustomerActions(tools),
    ...customerActions(tools),
    ...customerMailActions(tools),
    ...customerRulesActions(tools),
    ...letterheadActions(tools),
    ...importActions(tools),
    ...writeImportActions(tools),
  };
}

/** Everything a click can start. */
export function createActions(tools: Tools) {
  const work = jobActions(tools);
  const desk = deskActions(tools, work);
  const pages = pageActions(tools, work, desk);

  /** Pages that are there whatever stops the rows, and wait for no count of them. */
  const beside: Readonly<Partial<Record<NonNullable<StartPage['opens']>['page'], () => Promise<void>>>> = {
    readiness: pages.showReadiness,
    handOff: pages.showHandOff,
    customerSettings: pages.showCustomerRules,
    letterhead: pages.showLetterhead,
  };

  /**
   * The first look: what is under way opens on its page, whoever started it; else the page that the menu entry leads
   * to, or a plan. Rows are counted first where the page is about them.
   */
  async function open(): Promise<void> {
    await desk.glance();
    const { desk: first } = tools.store.get();
    if (!first) return;
    if (underWay(first.work)) return desk.resume();
    const withoutRows = first.opens && beside[first.opens.page];
    if (withoutRows) return withoutRows();
    if (first.uncounted) await desk.refresh();
    const seen = tools.store.get().desk ?? first;
    if (first.opens) return lead(seen, first.opens);
    if (seen.hasPlan) return desk.showPlan();
  }

  async function lead(
    { stops, hasPlan }: StartPage,
    { page, scope, wide, action = 'provision' }: NonNullable<StartPage['opens']>,
  ): Promise<void> {
    // The start page says what stops everything else.
    if (stops.length) return;
    if (page === 'importFile' || page === 'importTab') return pages.startImport(page === 'importFile' ? 'file' : 'tab');
    if (page === 'peopleList') return pages.showPeopleList();
    if (page === 'addresses') return pages.showAddresses();
    if (page === 'deletedPeople' || page === 'readPeople' || page === 'giveLicence') return pages.showPeople(page);
    if (page === 'administrators') return pages.showAdministrators();
    if (page === 'coverage') return pages.showCoverage(wide);
    if (page === 'guides') return pages.showGuides();
    if (page === 'instructions') return pages.showInstructionsPage();
    if (page === 'needs') return pages.showNeeds();
    if (page === 'newCustomer') return pages.startCustomer();
    if (page === 'customers') return pages.showCustomers();
    if (page === 'check') return work.check({ scope: scope ?? { kind: 'everything' }, action });
    if (hasPlan) return desk.showPlan();
    tools.store.set({ notice: 'There is no checked plan of yours to run. Check first.' });
  }

  return { ...work, ...desk, ...pages, open };
}

/** The actions as pages are handed them. */
export type Act = ReturnType<typeof createActions>;
