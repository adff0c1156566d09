import { defineConfig } from 'vitest/config';

/** Every page and state, what they do and how fast, against a product that runs: `E2E_ADDRESS=… npm run e2e` (docs in e2e/README.md). Takes minutes. */
export default defineConfig({
  test: {
    root: '.',
    include: [
      'e2e/drawing/*.e2e.ts',
      ...['pages', 'languages', 'behaviour', 'speed', 'keyboard', 'administration', 'requests'].map(
        (name) => `e2e/${name}.e2e.ts`,
      ),
    ],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
