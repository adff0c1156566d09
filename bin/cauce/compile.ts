import { machineHash } from '#drizzle/crowd/machine-hash.ts';
import { compile as compileJourney } from '#engine/compile.ts';
import { type Command, needed } from './command.ts';
import { readJourney } from './read-journey.ts';

/** Prints the XState machine of a journey as JSON, which opens in Stately's tools; `--all` with everything beside it. */
export const compile = {
  usage: 'compile FILE|FOLDER [--all]',
  options: { all: { type: 'boolean' } },
  run: (desk, [file], { all }) => {
    const parsed = readJourney(needed(file, 'FILE'));
    if (!parsed.ok) {
      desk.problems(parsed.problems);
      return 1;
    }
    const compiled = compileJourney(parsed.journey);
    desk.say(JSON.stringify(all === true ? { hash: machineHash(compiled), ...compiled } : compiled.machine, null, 2));
    return 0;
  },
} satisfies Command;
