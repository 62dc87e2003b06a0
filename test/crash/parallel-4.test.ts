import { tryQuarter } from './quarters';

tryQuarter(4);
