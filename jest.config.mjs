import { availableParallelism } from 'node:os';

/** Types are checked by `npm run typecheck` for every test too, so jest itself only transpiles. */
export default {
  testEnvironment: '<rootDir>/test/plain-environment.mjs',
  testSequencer: '<rootDir>/test/long-first.mjs',
  roots: ['<rootDir>/test'],
  // jest leaves one core to others, on two cores half of them; browser tests wait more than they work.
  maxWorkers: availableParallelism() + 1,
  // Whole jobs run in many tests; on a busy machine one takes longer than jest's five seconds.
  testTimeout: 60_000,
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'test/tsconfig.jest.json' }] },
};
