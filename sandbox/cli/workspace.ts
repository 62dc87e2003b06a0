import type { Arguments } from './arguments';
