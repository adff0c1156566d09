import { catalogue } from '#drizzle/demonstration/catalogue.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { check as checkJourney } from '#engine/check.ts';
import type { Attribute } from '#engine/rule/attribute.ts';
import { env } from '#env';
import { type Command, type Desk, needed, type Values } from './command.ts';
import { readJourney } from './read-journey.ts';
import { words } from './words.ts';

/** Says everything that is wrong with a journey, each with its node. Errors: exit 1. */
export const check = {
  usage: 'check FILE|FOLDER',
  options: {},
  run: async (desk, [file], values) => {
    const parsed = readJourney(needed(file, 'FILE'));
    if (!parsed.ok) {
      desk.problems(parsed.problems);
      return 1;
    }
    const problems = checkJourney(parsed.journey, { catalogue: await attributes(desk, values) });
    desk.problems(problems);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    desk.say(words.checked(parsed.journey.slug, errors, problems.length - errors));
    return errors > 0 ? 1 : 0;
  },
} satisfies Command;

/** The unit's own catalogue where a database is known; without one, the demonstration's. */
async function attributes(desk: Desk, values: Values): Promise<readonly Attribute[]> {
  if (env().DATABASE_URL === undefined) return catalogue;
  return catalogueOf(desk.database(), await desk.unitId(values));
}
