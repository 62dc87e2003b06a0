import { tryQuarter } from './quarters';

tryQuarter(3);
