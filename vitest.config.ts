import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', '.next/**', '.cauce/**', 'e2e/**'],
    // What sessions of tests are signed with.
    env: { CAUCE_SECRET: 'a secret for tests, 32 characters or more' },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
