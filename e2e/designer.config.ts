import { defineConfig } from 'vitest/config';

/** Stories of the designer in real Chromium, on a small house of their own: `npm run e2e:designer`, after `npm run build`. */
export default defineConfig({
  test: {
    root: '.',
    include: ['e2e/designer/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
