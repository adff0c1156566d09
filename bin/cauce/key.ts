import { createKey } from '#drizzle/keys/key-acts.ts';
import { type Scope, scopes } from '#drizzle/queries/api-keys.ts';
import { type Command, needed, Wrong } from './command.ts';
import { words } from './words.ts';

/** Makes an API key and prints it, the only time that it can be read; `--test`: drills only, `--team`: the team's addresses only. */
export const key = {
  usage: `key --scopes ${scopes.join(',')} [--name NAME] [--test | --team] [--days 365]`,
  options: {
    scopes: { type: 'string' },
    name: { type: 'string' },
    test: { type: 'boolean' },
    team: { type: 'boolean' },
    days: { type: 'string' },
  },
  run: async (desk, _, values) => {
    const asked = needed(values['scopes'], '--scopes')
      .split(',')
      .map((scope) => scope.trim());
    const strange = asked.filter((scope) => !scopes.includes(scope as Scope));
    if (strange.length > 0) throw new Wrong(words.unknownScope(strange.join(', '), scopes.join(', ')));
    const { secret } = await createKey(desk.database(), desk.by, {
      unitId: await desk.unitId(values),
      name: typeof values['name'] === 'string' ? values['name'] : 'command line',
      scopes: asked as Scope[], // looked at above
      mode: values['test'] === true ? 'test' : values['team'] === true ? 'team' : 'live',
      expiresAt: new Date(Date.now() + days(values['days']) * 86_400_000),
    });
    desk.say(secret);
    desk.complain(words.keyOnce());
    return 0;
  },
} satisfies Command;

function days(text: string | boolean | undefined): number {
  const n = Number(text ?? 365);
  if (!(n >= 1 && n <= 730)) throw new Wrong(words.badDays(String(text)));
  return n;
}
