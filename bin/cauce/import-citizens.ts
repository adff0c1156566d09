import { createReadStream } from 'node:fs';
import path from 'node:path';
import { importCitizens as importFile } from '#drizzle/crowd/import-citizens.ts';
import { env } from '#env';
import { sayProblem } from '#locales/say-problem.ts';
import { root } from '../root.ts';
import { type Command, needed } from './command.ts';
import { words } from './words.ts';

/** Imports citizens from a CSV of any size; refused rows are kept in a file of their own, each with its reason. */
export const importCitizens = {
  usage: 'import-citizens FILE.csv [--unit UNIT]',
  options: {},
  run: async (desk, [file], values) => {
    const name = needed(file, 'FILE.csv');
    const imported = await importFile(desk.database(), {
      who: desk.by,
      unitId: await desk.unitId(values),
      name: path.basename(name),
      file: createReadStream(name),
      errorsFolder: path.resolve(root, env().CAUCE_DIR, 'imports'),
      explain: (code) => sayProblem(desk.t, { code }),
    });
    if (!imported.ok) {
      desk.problems(imported.problems);
      return 1;
    }
    desk.say(words.imported(imported));
    return imported.refused > 0 ? 1 : 0;
  },
} satisfies Command;
