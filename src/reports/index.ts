import { coverage } from './coverage';
import { deletedPeopleReport } from './deleted-people';
import { mailRedirect } from './mail-redirect';
import type { Report } from './report';
import { roleHolders } from './role-holders';
import { seats } from './seats';
import { twoStep } from './two-step';

/** Every report. Menu, sidebar, command line and docs follow from this list. */
export const reports: readonly Report[] = [seats, deletedPeopleReport, coverage, twoStep, mailRedirect, roleHolders];
