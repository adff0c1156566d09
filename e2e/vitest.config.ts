import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By name: the last kills the product that the others look at. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => (one.moduleId < other.moduleId ? -1 : 1));
  }
}

/** `bin/e2e.ts` has booted the product before these run; one after the other, for they share it. */
export default defineConfig({
  test: {
    root: '.',
    include: ['e2e/first-start.e2e.ts', 'e2e/requests.e2e.ts', 'e2e/second-start.e2e.ts'],
    fileParallelism: false,
    sequence: { sequencer: ByName },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
