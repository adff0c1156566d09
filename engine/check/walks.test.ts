import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { exportJourney, parse } from '../journey.ts';
import { catalogue, evacuation } from '../journeys.fixture.ts';
import { person } from '../walk.fixture.ts';

const asksForHelp = {
  id: 'asks-for-help',
  title: 'Pide ayuda y van a buscarla',
  trigger: 'n1',
  starts: '2026-03-04T10:00:00+01:00',
  person: { citizen: person().citizen },
  happens: [
    { after: 'PT1M', type: 'receipt', node: 'n2', rung: 'sms', status: 'delivered' },
    { after: 'PT2M', type: 'reply', text: 'ayuda' },
    { after: 'PT30M', type: 'task', node: 'n3', outcome: 'safe' },
  ],
  lasts: 'PT2H',
  ends: {
    outcome: 'safe',
    receives: [
      { node: 'n2', channel: 'sms' },
      { node: 'n2', channel: 'voice' },
    ],
  },
};
const problems = (walk: object, journey: object = evacuation) =>
  check({ ...journey, walks: [walk] }, { catalogue }).filter(({ severity }) => severity === 'error');

test('a saved walk that still ends as it did is no problem', () => {
  expect(problems(asksForHelp)).toEqual([]);
});

test('a journey that now ends otherwise for that person says so, and is not published', () => {
  const edges = evacuation.edges.map((edge) =>
    edge.from === 'n3' && edge.port === 'safe' ? { ...edge, to: 'n5' } : edge,
  );
  expect(problems(asksForHelp, { ...evacuation, edges })).toMatchObject([
    {
      code: 'walk-ends-otherwise',
      path: ['walks', 0],
      params: { title: 'Pide ayuda y van a buscarla', expected: 'safe', found: 'nobody' },
    },
  ]);
});

test('one message more or less is told, with the step that differs', () => {
  const ends = { ...asksForHelp.ends, receives: asksForHelp.ends.receives.slice(0, 1) };
  expect(problems({ ...asksForHelp, ends })).toMatchObject([
    { code: 'walk-receives-otherwise', node: 'n2', params: { expected: 1, found: 2 } },
  ]);
});

test('a walk whose person is still inside knows where', () => {
  const inside = {
    ...asksForHelp,
    lasts: 'PT30M',
    happens: asksForHelp.happens.slice(0, 2),
    ends: { outcome: null, at: 'n3' },
  };
  expect(problems(inside)).toEqual([]);
  expect(problems({ ...inside, ends: { outcome: null, at: 'n2' } })).toMatchObject([{ code: 'walk-stands-elsewhere' }]);
});

test('a walk through a door that is gone cannot begin', () => {
  expect(problems({ ...asksForHelp, trigger: 'n9' })).toMatchObject([{ code: 'walk-without-trigger' }]);
});

test('walks travel with their journey', () => {
  const read = parse({ ...evacuation, walks: [asksForHelp] });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(parse(JSON.parse(exportJourney(read.journey)))).toEqual(read);
});
