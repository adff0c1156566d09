import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { journeyArbitrary } from '../journey.arbitrary.ts';
import { type Journey, parse } from '../journey.ts';
import { evacuation } from '../journeys.fixture.ts';
import { nodeOf } from '../state-name.ts';
import { person, start } from '../walk.fixture.ts';
import { startWalk, walkUntil } from '../walk.ts';
import { whenReached } from './when-reached.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

function read(json: unknown): Journey {
  const parsed = parse(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.journey;
}
const rule = (json: unknown) => {
  const journey = read(json);
  return whenReached(journey, compile(journey));
};

const chain = (...nodes: { kind: string; config: object; out?: string }[]) => ({
  cauce: 1,
  slug: 'chain',
  title: 'Chain',
  seat: '28079',
  nodes: [
    { id: 'in', kind: 'launch', config: {} },
    ...nodes.map(({ kind, config }, i) => ({ id: `n${i}`, kind, config })),
    { id: 'end', kind: 'end', config: { outcome: 'done' } },
  ],
  edges: [
    { from: 'in', port: 'start', to: 'n0' },
    ...nodes.map(({ out = 'done' }, i) => ({
      from: `n${i}`,
      port: out,
      to: i + 1 < nodes.length ? `n${i + 1}` : 'end',
    })),
  ],
});
const wait = (until: object) => ({ kind: 'wait', config: { until } });

test('durations add up: day 0, 48 h, then a minute more', () => {
  const when = rule(chain(wait({ for: 'duration', duration: 'PT48H' }), wait({ for: 'duration', duration: 'PT1M' })));
  expect(when.get('n0')).toMatchObject({ earliest: { ms: 0 }, latest: { ms: 0 } });
  expect(when.get('n1')).toMatchObject({ earliest: { ms: 48 * hour }, latest: { ms: 48 * hour } });
  expect(when.get('end')).toMatchObject({ earliest: { ms: 48 * hour + minute }, latest: { ms: 48 * hour + minute } });
});

test('ten working days are a range: twelve days from a Sunday midnight, more over Christmas and Easter', () => {
  const at = rule(chain(wait({ for: 'working-days', days: 10 }))).get('end');
  expect(at?.earliest).toEqual({ natural: 12 * day, ms: 0, workingDays: 10 });
  expect(at?.latest).toMatchObject({ ms: 0, workingDays: 10 });
  expect(at?.latest?.natural).toBeGreaterThan(15 * day);
  expect(at?.latest?.natural).toBeLessThan(22 * day);
});

test('what is awaited may come at once or at the limit, and late is only at the limit', () => {
  const awaited = chain({ kind: 'wait-for', config: { event: 'x.y', limit: 'P20D' }, out: 'arrived' });
  expect(rule(awaited).get('end')).toMatchObject({ earliest: { ms: 0 }, latest: { ms: 20 * day } });
  const late = chain({ kind: 'wait-for', config: { event: 'x.y', limit: 'P20D' }, out: 'late' });
  expect(rule(late).get('end')).toMatchObject({ earliest: { ms: 20 * day }, latest: { ms: 20 * day } });
});

test('a ladder ends between at once and the sum of its limits', () => {
  const rungs = [
    { id: 'email', channel: 'email', answer: 'PT48H', leave: 'PT6H' },
    { id: 'sms', channel: 'sms', answer: 'PT48H' },
    { id: 'letter', channel: 'letter', answer: 'P10D' },
  ];
  const when = rule(chain({ kind: 'notify', config: { rungs }, out: 'reached' }));
  expect(when.get('end')).toMatchObject({ earliest: { ms: 0 }, latest: { ms: (6 + 48 + 48) * hour + 10 * day } });
});

test('a question in parallel is over at its own limit', () => {
  expect(rule(evacuation).get('n3')).toMatchObject({ earliest: { ms: 0 }, latest: { ms: 10 * minute } });
});

test('a date of the person’s own, and a flow that comes round, have no latest day', () => {
  const own = rule(chain(wait({ for: 'date', fact: 'citizen.deadline', offsetDays: -3 })));
  expect(own.get('end')).toMatchObject({ earliest: { ms: 0 }, latest: null });
  const round = chain(wait({ for: 'duration', duration: 'P1D' }), {
    kind: 'branch',
    config: { paths: [{ id: 'again', rule: { fact: 'citizen.email', is: 'exists' } }] },
    out: 'otherwise',
  });
  const when = rule({ ...round, edges: [...round.edges, { from: 'n1', port: 'again', to: 'n0' }] });
  expect(when.get('n0')).toMatchObject({ earliest: { ms: 0 }, latest: null });
  expect(when.get('end')).toMatchObject({ earliest: { ms: day }, latest: null, pace: day });
});

test('what nobody reaches is not on the ruler', () => {
  const alone = chain(wait({ for: 'duration', duration: 'P1D' }));
  expect(rule({ ...alone, edges: alone.edges.slice(0, 1) }).has('end')).toBe(false);
});

test('nobody who walks comes to a node before its earliest moment or after its latest', () => {
  fc.assert(
    fc.property(journeyArbitrary(), fc.boolean(), (journey, reached) => {
      const compiled = compile(journey);
      const when = whenReached(journey, compiled);
      const trigger = journey.nodes[0]?.id ?? '';
      const citizen = { deadline: '2026-03-20', ...(reached ? {} : { mobile: null, email: null }) };
      let walk = startWalk({ journey, compiled, trigger, person: person(citizen), now: start });
      // Who comes round every two minutes for forty days would be walked for a quarter of an hour.
      for (let days = 0; days < 40 && walk.log.length < 2_000; days++) walk = walkUntil(walk, start + days * day);
      for (const { at, state, next } of walk.log) {
        const id = nodeOf(next);
        // From one rung to the next is not coming to a node.
        if (id === nodeOf(state) || !journey.nodes.some((node) => node.id === id)) continue;
        expect(at - start).toBeGreaterThanOrEqual((when.get(id)?.earliest.natural ?? Number.NaN) - 1);
        const latest = when.get(id)?.latest;
        if (latest) expect(at - start).toBeLessThanOrEqual(latest.natural);
      }
    }),
    { numRuns: 60 },
  );
});
