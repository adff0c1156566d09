import { defineConfig } from 'vitest/config';

/** Every page in four views, against a product that runs: `E2E_ADDRESS=… E2E_CHROMIUM=… npm run e2e`. Takes minutes. */
export default defineConfig({
  test: {
    root: '.',
    include: ['e2e/pages.e2e.ts', 'e2e/administration.e2e.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
