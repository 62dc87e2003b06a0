import { envelope } from '../trouble';
import type { Server } from '../wire';
import { lookAtCoverage } from './view';

/**
 * What the Coverage page may call. Everybody who can open the spreadsheet can: whoever administers none of the domains
 * is told so. It reads from Google and fills the tab of the report.
 */
export const getCoverage: Server['getCoverage'] = () => envelope(lookAtCoverage);
