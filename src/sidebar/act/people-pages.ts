import { addressActions } from './addresses';
import { administratorActions } from './administrators';
import { coverageActions } from './coverage';
import { guidesActions } from './guides';
import { instructionsActions } from './instructions';
import { peopleActions } from './people';
import { peopleListActions } from './people-list';
import { readPeopleActions } from './read-people';
import type { Tools } from './tools';
import type { jobActions } from './work';

/** What pages about the support team, and about people in bulk, can start. */
export function peoplePagesActions(tools: Tools, work: ReturnType<typeof jobActions>) {
  return {
    ...peopleListActions(tools),
    ...addressActions(tools),
    ...peopleActions(tools, work),
    ...readPeopleActions(tools),
    ...administratorActions(tools),
    ...coverageActions(tools),
    ...guidesActions(tools),
    ...instructionsActions(tools),
  };
}
