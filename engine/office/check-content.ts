import { followUpKinds, type Journey } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { dig } from '../rule/read-fact.ts';
import { parseTemplate, renderTemplate, type Values, variablesOf } from '../text/template.ts';
import { epochOf } from '../time/zone.ts';
import type { Content } from './content.ts';
import { wordsOf } from './difference.ts';
import { channelsOf } from './follow-up.ts';

/** What the house knows beside the content: who could sign it, and how many of its people no channel reaches. */
export type Around = { approvers: number; unreachable: number; now: number };

/** Everything that stands in the way of asking for a signature, in one list; warnings are for the author to weigh. */
export function checkContent(content: Content, journey: Journey, around: Around): Problem[] {
  return [
    ...ofPeople(content, around),
    ...ofTimes(content, journey, around.now),
    ...ofFollowUps(content, journey),
    ...ofEventFacts(content),
    ...(around.approvers > 0 ? [] : [error('request-no-approver')]),
  ];
}

const error = (code: string, params: Problem['params'] = {}, path: Problem['path'] = []): Problem => ({
  code,
  severity: 'error',
  path,
  params,
});

function ofPeople({ audience, ceiling }: Content, { unreachable }: Around): Problem[] {
  const problems: Problem[] = [];
  if (audience?.count === 0) problems.push(error('request-nobody', {}, ['audience']));
  if (audience && unreachable > 0)
    problems.push({ ...error('request-unreachable', { n: unreachable }, ['audience']), severity: 'warning' });
  if (ceiling && ceiling.perDay > ceiling.inTotal) problems.push(error('request-ceiling', {}, ['ceiling', 'perDay']));
  return problems;
}

const year = 366 * 24 * 3_600_000;

function ofTimes({ clock, ceiling, class: of, what }: Content, journey: Journey, now: number): Problem[] {
  const problems: Problem[] = [];
  const from = clock.from === null ? now : epochOf(clock.from);
  const until = clock.until === null ? null : epochOf(clock.until);
  if (until !== null && until <= Math.max(from, now)) problems.push(error('request-over', {}, ['clock', 'until']));
  if (of === 'emergency' && what === 'launch' && clock.until === null && journey.expiresAfter === undefined)
    problems.push(error('request-no-expiry', {}, ['clock', 'until']));
  if (ceiling && epochOf(ceiling.until) > now + year)
    problems.push(error('request-too-long', {}, ['ceiling', 'until']));
  if (ceiling && epochOf(ceiling.until) <= now) problems.push(error('request-over', {}, ['ceiling', 'until']));
  return problems;
}

/** An emergency is approved with its correction and its all-clear, in every language and on every channel it speaks on. */
function ofFollowUps({ class: of, followUps, languages }: Content, journey: Journey): Problem[] {
  if (of !== 'emergency') return [];
  return followUpKinds.flatMap((kind) =>
    languages.flatMap((language) =>
      channelsOf(journey)
        .filter((channel) => !followUps[kind]?.said[language]?.[channel]?.body.trim())
        .map((channel) =>
          error('request-follow-up-missing', { kind, language, channel }, ['followUps', kind, language, channel]),
        ),
    ),
  );
}

/** Facts of the event that a text cannot do without and nobody has given. */
function ofEventFacts(content: Content): Problem[] {
  if (content.what !== 'launch') return [];
  const missing = new Set<string>();
  for (const { place, text } of wordsOf(content).values())
    for (const source of [text.subject ?? '', text.body])
      for (const name of missingIn(source, place.language, content.event ?? {})) missing.add(name);
  return [...missing].map((name) => error('request-event-missing', { name }, ['event', name]));
}

function missingIn(source: string, language: string, event: Record<string, unknown>): string[] {
  if (!source.includes('event.')) return [];
  const template = parseTemplate(source, { medium: 'text', language, zone: 'Europe/Madrid' });
  if (!template.ok) return [];
  const names = variablesOf(template.value);
  return names
    .filter((name) => name.startsWith('event.') && isEmpty(dig(event, name.split('.').slice(1))))
    .filter((name) => !renderTemplate(template.value, exampleOf(names.filter((other) => other !== name))).ok) // `default` gives words for that
    .map((name) => name.slice('event.'.length));
}

const isEmpty = (value: unknown) => value === undefined || value === '';

/** Some value under each name, and nothing else. */
function exampleOf(names: readonly string[]): Values {
  const values: Tree = {};
  for (const name of names) {
    const path = name.split('.');
    let place = values;
    for (const step of path.slice(0, -1)) {
      const next = Object.hasOwn(place, step) ? place[step] : undefined;
      place = typeof next === 'object' ? next : (place[step] = {});
    }
    place[path.at(-1) ?? ''] = '…';
  }
  return values;
}

type Tree = { [name: string]: Tree | string };
