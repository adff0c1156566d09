import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { eventTypes } from '#engine/journey.arbitrary.ts';
import type { Person } from '#engine/person.ts';
import type { Happening } from '#engine/walk/happening.ts';
import type { Walk } from '#engine/walk/walk-type.ts';

const maybe = <T>(value: T) => fc.constantFrom(value, null);
/** An invented citizen, with and without what journeys ask for; `personOf` makes a person of what was drawn. */
export const personArbitrary = fc.record({
  givenName: fc.constant('Ana'),
  familyName: fc.constantFrom('Ruiz', 'Ruiz', 'Ruiz', 'Stop'),
  birthDate: fc.constantFrom('1940-02-29', '1985-05-05', null),
  language: fc.constant('es'),
  municipality: fc.constantFrom('28079', '38038', '46118'),
  livesAlone: fc.boolean(),
  email: maybe('ana@ejemplo.invalid'),
  landline: maybe('+34290000001'),
  pushToken: maybe('token'),
  postalAddress: maybe('Calle Mayor 1'),
  mobile: maybe('mobile'),
  consents: fc.subarray(['sms', 'voice', 'email', 'push', 'letter']),
  blocked: fc.subarray(['sms', 'email'], { maxLength: 1 }),
  protected: fc.constantFrom(false, false, false, true),
  minor: fc.constantFrom(false, false, false, true),
  deadline: fc.constantFrom('2026-03-30', '2026-04-07', '2027-01-02'),
});

export type DrawnPerson = typeof personArbitrary extends fc.Arbitrary<infer T> ? T : never;

let numbered = 0;
/** A person of their own, with a number that nobody else has. */
export function personOf({ deadline, mobile, ...citizen }: DrawnPerson): Person {
  const zone = citizen.municipality === '38038' ? 'Atlantic/Canary' : 'Europe/Madrid';
  const number = `+34260${String(++numbered).padStart(6, '0')}`;
  return {
    id: randomUUID(),
    citizen: { ...citizen, kind: 'person', zone, mobile: mobile && number, attributes: { deadline } },
  };
}

/** Something that could happen to this person where they stand. */
export function happeningFor(walk: Walk, pick: number): Happening {
  const options: Happening[] = eventTypes.flatMap((event): Happening[] => [
    { type: 'event', event, data: { level: 'red' } },
    { type: 'event', event, data: { level: 'green' } },
  ]);
  for (const { node, rung, visit, status } of walk.messages)
    if (status !== 'withdrawn' && status !== 'queued')
      for (const told of ['delivered', 'failed', 'read'] as const)
        options.push({ type: 'receipt', node, rung, visit, status: told });
  if (walk.person.citizen['mobile']) options.push({ type: 'reply', text: '1' }, { type: 'reply', text: 'quizá' });
  for (const { node, status, visit } of walk.tasks)
    if (status === 'open') options.push({ type: 'task', node, visit, outcome: 'done' });
  for (const { node, status, visit } of walk.calls)
    if (status === 'queued')
      options.push(
        { type: 'call', node, visit, outcome: 'failed' },
        { type: 'call', node, visit, outcome: 'success', answer: { case: { number: 'A1' } } },
      );
  return options[pick % options.length]!;
}
