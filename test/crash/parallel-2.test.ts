import { tryQuarter } from './quarters';

tryQuarter(2);
