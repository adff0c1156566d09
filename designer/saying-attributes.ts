import type { Attribute } from '#engine/rule/attribute.ts';
import type { Say } from './say.ts';

/** The house's sentences with the names that its catalogue gives to attributes: «Ha presentado la solicitud», not `hasFiled`. */
export function sayingAttributes(say: Say, catalogue: readonly Pick<Attribute, 'name' | 'title'>[]): Say {
  const titles = new Map<string, string>(
    catalogue.flatMap(({ name, title }) => {
      const called = title[say.locale] ?? title['es'];
      return called === undefined ? [] : [[`fact.${name}`, called] as const];
    }),
  );
  const named = (key: string, values?: Record<string, string | number>) => titles.get(key) ?? say(key, values);
  return Object.assign(named, { has: (key: string) => titles.has(key) || say.has(key), locale: say.locale });
}
