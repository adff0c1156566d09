import type { Journey } from '../journey.ts';
import { parseTemplate, variablesOf } from '../text/template.ts';
import { wordsOf } from './difference.ts';

/** The facts of an event that a journey's texts mention (`areaDesc`, `shelter`), in the order they are met: what whoever launches it may be asked. */
export function eventNames({ texts, followUps = {} }: Pick<Journey, 'texts' | 'followUps'>): string[] {
  const names = new Set<string>();
  const said = Object.fromEntries(Object.entries(followUps).map(([kind, words]) => [kind, words && { said: words }]));
  for (const { place, text } of wordsOf({ texts, followUps: said }).values())
    for (const source of [text.subject ?? '', text.body]) {
      const template = parseTemplate(source, { medium: 'text', language: place.language, zone: 'Europe/Madrid' });
      if (!template.ok) continue;
      for (const name of variablesOf(template.value))
        if (/^event\.[^.]+$/.test(name)) names.add(name.slice('event.'.length));
    }
  return [...names];
}
