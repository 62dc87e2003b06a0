import { customers } from './customers/tab';
import { groups } from './groups/tab';
import { roles } from './roles/tab';
import { subscriptions } from './subscriptions/tab';
import type { Tab } from './tab';
import { team } from './team/tab';
import { users } from './users/tab';

/** Every tab whose rows wish something, in the order in which their rows are worked on. */
export const tabs: readonly Tab[] = [customers, subscriptions, roles, users, groups, team];

/** The tab that a row key names; undefined for a key of shared work. */
export function tabOf(key: string): Tab | undefined {
  return tabs.find(({ name }) => key.startsWith(`${name}!`));
}
