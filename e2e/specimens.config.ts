import { defineConfig } from 'vitest/config';

/** Every component in every light and width: `npm run e2e:ui`; with E2E_SCREENS=docs/screens the plates are made anew. */
export default defineConfig({
  test: { root: '.', include: ['e2e/specimens.e2e.ts'], fileParallelism: false, testTimeout: 300_000 },
});
