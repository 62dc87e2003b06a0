import type { FunctionComponent } from 'preact';
import { Addresses } from './pages/addresses';
import { Administrators } from './pages/administrators';
import { Coverage } from './pages/coverage';
import { CustomerMailPage } from './pages/customer-mail';
import { CustomerRulesPage } from './pages/customer-rules';
import { Customers } from './pages/customers';
import { DeletedPeople } from './pages/deleted-people';
import { Finished } from './pages/finished';
import { GiveLicence } from './pages/give-licence';
import { Guides } from './pages/guides';
import { HandOff } from './pages/hand-off';
import { Instructions } from './pages/instructions';
import { LetterheadPage } from './pages/letterhead';
import { Import } from './pages/import';
import { Needs } from './pages/needs';
import { NewCustomer } from './pages/new-customer';
import { Paste } from './pages/paste';
import { PeopleList } from './pages/people-list';
import { Plan } from './pages/plan';
import { ReadPeople } from './pages/read-people';
import { Readiness } from './pages/readiness';
import { Running } from './pages/running';
import { Start } from './pages/start';
import type { PageProps } from './parts/frame';
import { Spoken } from './parts/spoken';
import type { Page } from './state';

const pages: Readonly<Record<Page, FunctionComponent<PageProps>>> = {
  start: Start,
  plan: Plan,
  running: Running,
  finished: Finished,
  needs: Needs,
  handOff: HandOff,
  readiness: Readiness,
  newCustomer: NewCustomer,
  customers: Customers,
  customerMail: CustomerMailPage,
  customerRules: CustomerRulesPage,
  letterhead: LetterheadPage,
  import: Import,
  peopleList: PeopleList,
  addresses: Addresses,
  deletedPeople: DeletedPeople,
  readPeople: ReadPeople,
  giveLicence: GiveLicence,
  administrators: Administrators,
  coverage: Coverage,
  guides: Guides,
  instructions: Instructions,
  paste: Paste,
};

/** The sidebar: the page that the state names, and what is said of it. */
export function App({ state, act }: PageProps) {
  const Shown = pages[state.page];
  return (
    <>
      <Shown state={state} act={act} />
      <Spoken state={state} />
    </>
  );
}
