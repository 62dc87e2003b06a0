import fc from 'fast-check';
import { sampleOr } from './sweep';

/** fast-check, with a hundred examples a property in `npm test` and a thousand in `npm run test:full`. */
fc.configureGlobal({ numRuns: sampleOr(100, 1000) });

export default fc;
