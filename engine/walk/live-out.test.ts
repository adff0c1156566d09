import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { journeyArbitrary } from '../journey.arbitrary.ts';
import { parse } from '../journey.ts';
import { evacuation, grant } from '../journeys.fixture.ts';
import { enter, start } from '../walk.fixture.ts';
import { startWalk } from '../walk.ts';
import { type Assumption, liveOut } from './live-out.ts';
import { samplePerson } from './sample-person.ts';

const silent: Assumption = { messages: 'delivered', person: 'silent' };

test('who is told and says nothing is waited for, and then somebody is sent', () => {
  const life = liveOut(enter(evacuation), silent);
  expect(life).toMatchObject({ status: 'finished', outcome: 'safe' });
  expect(life.tasks).toMatchObject([{ node: 'n3', status: 'done', outcome: 'safe' }]);
});

test('who acts takes the first answer', () => {
  const life = liveOut(enter(evacuation), { messages: 'delivered', person: 'acts' });
  expect(life.messages.some(({ status }) => status === 'replied')).toBe(true);
  expect(life).toMatchObject({ outcome: 'safe', tasks: [] });
});

test('whom nothing reaches is tried on every rung', () => {
  const life = liveOut(enter(grant), { messages: 'failed', person: 'silent' });
  expect(life.messages.slice(0, 3).map(({ channel }) => channel)).toEqual(['email', 'sms']);
});

test('every life comes to an end or to a rest', () => {
  fc.assert(
    fc.property(
      journeyArbitrary(),
      fc.constantFrom<Assumption['messages']>('delivered', 'failed'),
      fc.constantFrom<Assumption['person']>('silent', 'acts'),
      (journey, messages, person) => {
        const trigger = journey.nodes[0]?.id ?? '';
        const walk = startWalk({ journey, trigger, now: start, person: samplePerson(journey, trigger, start) });
        const life = liveOut(walk, { messages, person });
        expect(life.now).toBeGreaterThanOrEqual(start);
      },
    ),
    { numRuns: 40 },
  );
});

test('the sample person of a journey fits its trigger', () => {
  const parsed = parse(grant);
  if (!parsed.ok) throw new Error('unreadable');
  expect(samplePerson(parsed.journey, 'n1', start).citizen).toMatchObject({ givenName: 'Ana', language: 'es' });
});
