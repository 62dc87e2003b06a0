import { jobIn } from './job';

/** The job of `examples/mixed-200`: people of all kinds. */
export const mixed = jobIn('examples', 'mixed-200');
