import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Context } from './check/subject.ts';
import { check } from './check.ts';
import { MAX_ITERATIONS } from './decide.ts';
import { catalogue, evacuation, fixtures } from './journeys.fixture.ts';
import type { Draft } from './mutation.fixture.ts';
import { mutations } from './mutations.fixture.ts';

const context: Context = { catalogue, endpoints: ['becas'], skills: ['social', 'emergencias'] };
const seeds = Array.from({ length: 10 }, (_, seed) => seed);

test('the base journeys have no problems', () => {
  for (const journey of fixtures) expect(check(journey, context)).toEqual([]);
});

test('there are at least twenty kinds of damage, each of another name', () => {
  expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
  expect(mutations.length * seeds.length).toBeGreaterThanOrEqual(200);
});

describe.each(mutations)('$name', (mutation) => {
  test.each(seeds)('is answered with its problem and node (seed %i)', (seed) => {
    const { draft, node } = damaged(mutation, seed);
    const problems = check(JSON.parse(JSON.stringify(draft)), context);
    const named = problems.filter(({ code }) => code === mutation.code);
    expect(named.map((problem) => problem.node)).toContain(node);
    for (const { severity, code } of problems) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(['error', 'warning']).toContain(severity);
    }
  });
});

test('no JSON makes it throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => Array.isArray(check(json, context))),
    { numRuns: 300 },
  );
});

test('no damage anywhere in a journey makes it throw', () => {
  const base = fc.constantFrom(...fixtures);
  const damage = fc.array(fc.tuple(fc.array(fc.nat(30), { maxLength: 8 }), replacement()), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(base, damage, (journey, changes) => {
      const json: unknown = structuredClone(journey);
      for (const [path, value] of changes) replaceAt(json, path, value);
      expect(Array.isArray(check(json, context))).toBe(true);
    }),
    { numRuns: 1_500 },
  );
});

test('names that every object has are names like any other', () => {
  for (const id of ['constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
    const text = JSON.stringify(evacuation).replaceAll('"n2"', `"${id}"`);
    expect(check(JSON.parse(text), context)).toEqual([]);
    expect(
      check(JSON.parse(text.replace('"languages":["es","ca"]', '"languages":["es"],"seat":"28079"')), context),
    ).toEqual([]);
  }
});

test('a way too long for one step is refused before XState would give up', () => {
  const rule = { fact: 'citizen.municipality', is: 'exists' };
  const ids = Array.from({ length: MAX_ITERATIONS / 2 }, (_, i) => `b${i}`);
  const long = {
    ...evacuation,
    nodes: [
      { id: 'in', kind: 'launch' },
      ...ids.map((id) => ({ id, kind: 'branch', config: { paths: [{ id: 'yes', rule }] } })),
      { id: 'out', kind: 'end', config: { outcome: 'out' } },
    ],
    edges: [
      { from: 'in', port: 'start', to: 'b0' },
      ...ids.flatMap((id, i) => ['yes', 'otherwise'].map((port) => ({ from: id, port, to: ids[i + 1] ?? 'out' }))),
    ],
    texts: {},
  };
  expect(check(long, context).map(({ code }) => code)).toEqual(['too-long-without-wait']);
});

function damaged(mutation: (typeof mutations)[number], seed: number) {
  const drafts = fixtures.map((journey) => structuredClone(journey) as Draft); // the fixtures have this shape
  const spots = drafts.flatMap((draft) => mutation.spots(draft).map((damage) => ({ draft, damage })));
  const spot = spots[(seed * 7) % spots.length];
  if (!spot) throw new Error(`Nowhere to do: ${mutation.name}`);
  const node = spot.damage();
  return { draft: spot.draft, node };
}

function replacement(): fc.Arbitrary<unknown> {
  const strings = fc.constantFrom(
    '',
    'n1',
    'n2',
    '__proto__',
    'constructor',
    '{{',
    '{% if %}',
    'citizen.ref',
    '9'.repeat(400),
    'PT0S',
  );
  return fc.oneof(
    strings,
    fc.jsonValue(),
    fc.constantFrom(null, -1, 1e308, {}, [], { all: [] }),
    fc.constant(undefined),
  );
}

/** Walks by turns: the n-th child (modulo how many there are), then puts the value there. */
function replaceAt(json: unknown, path: number[], value: unknown) {
  let at = json;
  for (const [i, turn] of path.entries()) {
    if (typeof at !== 'object' || at === null) return;
    const keys = Object.keys(at);
    const key = keys[turn % Math.max(1, keys.length)];
    if (key === undefined) return;
    const holder = at as Record<string, unknown>; // an object or array, by the line above
    const next = holder[key];
    if (i === path.length - 1 || typeof next !== 'object' || next === null) {
      holder[key] = value;
      return;
    }
    at = next;
  }
}
