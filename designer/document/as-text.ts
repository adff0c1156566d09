import { capital, type Say } from '../say.ts';
import type { ToldJourney, ToldNode } from './tell-journey.ts';

/** The told journey as plain text, for mail, records and screen readers. */
export function asText(say: Say, told: ToldJourney, meta: string): string {
  return [
    told.title,
    '='.repeat(told.title.length),
    meta,
    '',
    told.frase,
    '',
    ...told.facts.map(({ label, value }) => `${capital(label)}: ${value}`),
    '',
    ...told.exits.flatMap(({ label, told: sentences }) => [label, ...sentences.map((one) => `- ${one}`), '']),
    ...told.steps.flatMap((step) => [...stepLines(say, step), '']),
    say('document.outcomes', { outcomes: told.outcomes.join(', ') }),
    '',
  ].join('\n');
}

function stepLines(say: Say, { n, title, kind, does, why, conditions, ways, messages }: ToldNode): string[] {
  const name = `${n}. ${title} (${kind})`;
  return [
    name,
    '-'.repeat(name.length),
    does,
    ...(why ? [say('document.why', { why })] : []),
    ...conditions.map((one) => say('document.condition', { rule: one })),
    ...ways.map(({ label, to }) => `→ ${label}: ${to ?? say('outline.nowhere')}`),
    ...messages.flatMap(({ channel, language, subject, body }) => [
      '',
      `[${channel} · ${language}]`,
      ...(subject ? [subject] : []),
      body ?? say('outline.noText'),
    ]),
  ];
}
