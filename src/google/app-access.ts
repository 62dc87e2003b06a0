import { consoles } from './consoles';

/**
 * What an administrator reads whose organisation does not let the script work (Workspace Admin Help, “Control which
 * apps access Google Workspace data”).
 */
export const appNotLetIn = {
  says: 'Your organisation does not let Seatsheet use its data at Google.',
  remedy: `A super administrator of your account sets the script’s client to Trusted (${consoles.appAccess.path} › Configure new app; its client ID stands in the script editor under Project settings), or trusts internal apps where the spreadsheet is your account’s own. Or whoever invited you makes a copy of your rows (Team › Other administrators…) for a spreadsheet of yours.`,
};
