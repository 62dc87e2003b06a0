import { tryQuarter } from './quarters';

tryQuarter(1);
