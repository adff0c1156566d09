import { createApiKey, type Scope, scopes } from '#drizzle/queries/api-keys.ts';
import { type Command, needed, Wrong } from './command.ts';
import { words } from './words.ts';

/** Makes an API key and prints it, the only time that it can be read; `--test`: drills only. */
export const key = {
  usage: `key --scopes ${scopes.join(',')} [--name NAME] [--test]`,
  options: { scopes: { type: 'string' }, name: { type: 'string' }, test: { type: 'boolean' } },
  run: async (desk, _, values) => {
    const asked = needed(values['scopes'], '--scopes')
      .split(',')
      .map((scope) => scope.trim());
    const strange = asked.filter((scope) => !scopes.includes(scope as Scope));
    if (strange.length > 0) throw new Wrong(words.unknownScope(strange.join(', '), scopes.join(', ')));
    const made = await createApiKey(desk.database(), {
      unitId: await desk.unitId(values),
      name: typeof values['name'] === 'string' ? values['name'] : 'command line',
      scopes: asked as Scope[], // looked at above
      mode: values['test'] === true ? 'test' : 'live',
    });
    desk.say(made);
    desk.complain(words.keyOnce());
    return 0;
  },
} satisfies Command;
