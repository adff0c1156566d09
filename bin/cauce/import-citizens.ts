import { createReadStream } from 'node:fs';
import path from 'node:path';
import { importCitizens as importFile } from '#drizzle/crowd/import-citizens.ts';
import { whose } from '#drizzle/queries/whose.ts';
import { env } from '#env';
import { sayProblem } from '#locales/say-problem.ts';
import { root } from '../root.ts';
import { type Command, type Desk, needed, type Values, Wrong } from './command.ts';
import { runOf } from './status.ts';
import { words } from './words.ts';

/**
 * Imports citizens from a CSV of any size; refused rows are kept in a file of their own, each with its reason. `--drill`: what
 * it says is true of that drill's copies only.
 */
export const importCitizens = {
  usage: 'import-citizens FILE.csv [--unit UNIT] [--drill RUN]',
  options: { drill: { type: 'string' } },
  run: async (desk, [file], values) => {
    const name = needed(file, 'FILE.csv');
    const imported = await importFile(desk.database(), {
      who: desk.by,
      unitId: await desk.unitId(values),
      drill: await drillOf(desk, values),
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

async function drillOf(desk: Desk, values: Values): Promise<string | undefined> {
  if (values['drill'] === undefined) return undefined;
  const id = await runOf(desk, String(values['drill']), values);
  const run = await whose(desk.database(), 'run', id);
  if (run?.mode !== 'drill') throw new Wrong(words.noDrill(id));
  return id;
}
