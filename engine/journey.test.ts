import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { decide } from './decide.ts';
import { explore, statesOf } from './explore.fixture.ts';
import { journeyArbitrary } from './journey.arbitrary.ts';
import { exportJourney, parse } from './journey.ts';
import { fixtures } from './journeys.fixture.ts';
import { readable } from './readable.ts';
import { stateName, stateValue } from './state-name.ts';

const context = { catalogue: [{ name: 'deadline', type: 'date' as const, title: {} }] };

test('export and parse are inverse', () => {
  fc.assert(
    fc.property(journeyArbitrary(), (journey) => {
      const again = parse(JSON.parse(exportJourney(journey)));
      expect(again).toEqual({ ok: true, journey });
      if (again.ok) expect(exportJourney(again.journey)).toBe(exportJourney(journey));
    }),
  );
  for (const fixture of fixtures) {
    const read = parse(fixture);
    if (!read.ok) throw new Error('not read');
    expect(parse(JSON.parse(exportJourney(read.journey)))).toEqual(read);
  }
});

test('valid journeys have no errors but nodes that nobody enters', () => {
  fc.assert(
    fc.property(journeyArbitrary(), (journey) => {
      const errors = check(journey, context).filter(({ severity }) => severity === 'error');
      expect(new Set(errors.map(({ code }) => code).filter((code) => code !== 'unreachable-node'))).toEqual(new Set());
    }),
  );
});

test('compiling never throws, gives plain JSON, and every state is reachable or its node is reported', () => {
  fc.assert(
    fc.property(journeyArbitrary(), (journey) => {
      const compiled = compile(journey);
      expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
      const reported = check(journey, context)
        .filter(({ code }) => code === 'unreachable-node')
        .map(({ node }) => node);
      const { all, reached } = statesOf(compiled);
      for (const state of all) if (!reached.has(state)) expect(reported).toContain(state.split('.')[0]);
    }),
  );
});

test('state names and values are inverse in every state that is reached', () => {
  fc.assert(
    fc.property(journeyArbitrary({ most: 6 }), fc.infiniteStream(fc.boolean()), (journey, coins) => {
      for (const { state } of explore(compile(journey), coins, 6)) expect(stateName(stateValue(state))).toBe(state);
    }),
    { numRuns: 30 },
  );
});

test('what may be read covers what XState reads, wherever people stand and whatever happens', () => {
  fc.assert(
    fc.property(journeyArbitrary({ most: 6 }), fc.infiniteStream(fc.boolean()), (journey, coins) => {
      const compiled = compile(journey);
      for (const { state, event, decision } of explore(compiled, coins, 8)) {
        const known = new Set(readable(compiled, state, event));
        expect(decision.read.filter((reading) => !known.has(reading))).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});

test('with a stop rule true nothing is sent, called or asked of anybody, from any state on any event', () => {
  fc.assert(
    fc.property(journeyArbitrary({ most: 6 }), fc.infiniteStream(fc.boolean()), (journey, coins) => {
      const compiled = compile(journey);
      const stops = compiled.exits.filter(({ on, event }) => on === 'stop' && event === null);
      for (const { state, event, holds } of explore(compiled, coins, 6))
        for (const { reading } of stops) {
          const { next, effects } = decide(compiled, { state, event, holds: { ...holds, [reading!]: true } });
          expect(next).toMatch(/^(stop|goal)_/);
          expect(effects.filter((effect) => ['send', 'call', 'task'].includes(effect.do))).toEqual([]);
        }
    }),
    { numRuns: 30 },
  );
});

test('what a newer Cauce wrote, what is too long and what is no journey are told apart', () => {
  const problemsOf = (json: unknown) => {
    const read = parse(json);
    return read.ok ? [] : read.problems;
  };
  const journey = { cauce: 1, slug: 'a', title: 'A', nodes: [], edges: [] };
  expect(problemsOf({ ...journey, cauce: 2, nodes: 'other' })).toMatchObject([
    { code: 'newer-format', params: { format: 2 } },
  ]);
  const nodes = Array.from({ length: 5_000 }, (_, i) => ({ id: `n${i}`, kind: 'end', config: { outcome: 'done' } }));
  expect(problemsOf({ ...journey, nodes })).toMatchObject([
    { code: 'too-many-in-journey', params: { list: 'nodes', n: 5_000, most: 1_000 } },
  ]);
  expect(problemsOf({ ...journey, colour: 'red' })).toMatchObject([
    { code: 'unknown-fields', params: { where: 'journey', fields: 'colour' } },
  ]);
  for (const json of [null, 7, [], 'text']) expect(problemsOf(json)).toMatchObject([{ code: 'no-journey' }]);
});
