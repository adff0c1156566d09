import { defineConfig } from 'vitest/config';

/** `bin/e2e.ts` has booted the product before these run; one after the other, for they share it. */
export default defineConfig({
  test: {
    root: '.',
    include: ['e2e/first-start.e2e.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
