import { auditedPublish } from '#drizzle/audit/audited-publish.ts';
import { type Command, needed } from './command.ts';
import { readJourney } from './read-journey.ts';
import { words } from './words.ts';

/** Checks, compiles and stores a journey as its next revision; starts nothing. */
export const publish = {
  usage: 'publish FILE|FOLDER [--unit UNIT]',
  options: {},
  run: async (desk, [file], values) => {
    const parsed = readJourney(needed(file, 'FILE'));
    const published = parsed.ok
      ? await auditedPublish(desk.database(), desk.by, { unitId: await desk.unitId(values), journey: parsed.journey })
      : parsed;
    if (!published.ok) {
      desk.problems(published.problems);
      return 1;
    }
    desk.say(words.published(parsed.ok ? parsed.journey.slug : '', published.n));
    return 0;
  },
} satisfies Command;
