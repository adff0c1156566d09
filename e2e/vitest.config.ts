import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const stories = ['first-start', 'requests', 'drawing/by-mouse', 'drawing/by-keyboard', 'second-start'];
const placeOf = ({ moduleId }: TestSpecification) => stories.findIndex((story) => moduleId.includes(`/${story}.`));

/** In the order of the list: the first looks at what has just begun, the last kills the product that the others look at. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

/** `bin/e2e.ts` has booted the product before these run; one after the other, for they share it. */
export default defineConfig({
  test: {
    root: '.',
    include: stories.map((story) => `e2e/${story}.e2e.ts`),
    fileParallelism: false,
    sequence: { sequencer: InOrder },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
