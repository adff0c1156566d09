import { expect, test } from 'vitest';
import { check } from '#engine/check.ts';
import { type Journey, parse } from '#engine/journey.ts';
import { catalogue, evacuation } from '#engine/journeys.fixture.ts';
import { possibleNext } from '#engine/walk/possible-next.ts';
import { savedWalkSchema } from '#engine/walk/saved-walk.ts';
import { minute, person, start } from '#engine/walk.fixture.ts';
import { type Story, savedWalkOf, storyOf, tellStory } from './story.ts';
import { tryingStore } from './trying-store.ts';
import { walkedPath } from './walked-path.ts';

const journey = read(evacuation);
const story: Story = { trigger: 'n1', starts: start, event: undefined, person: person(), moves: [] };
const asksForHelp: Story = {
  ...story,
  moves: [
    { at: start + minute, happening: { type: 'receipt', node: 'n2', rung: 'sms', status: 'delivered' } },
    { at: start + 2 * minute, happening: { type: 'reply', text: '2' } },
  ],
};

function read(json: unknown): Journey {
  const parsed = parse(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.journey;
}

test('a story is told move by move, and taken back move by move', () => {
  const store = tryingStore();
  store.begin(story);
  for (const { at, happening } of asksForHelp.moves) store.happen(at, happening);
  const told = () => tellStory(journey, store.getSnapshot().story ?? story);
  expect(told().map(({ state }) => state.split(/[.(]/)[0])).toEqual(['n2', 'n2', 'n3']);
  store.back();
  expect(told().at(-1)?.state).toMatch(/^n2/);
});

test('the path lights up the lines that were gone, the answer’s own among several to the same step', () => {
  const walk = tellStory(journey, asksForHelp).at(-1);
  if (!walk) throw new Error('nobody walks');
  expect(walkedPath(walk, 'n1')).toEqual({
    nodes: new Set(['n1', 'n2', 'n3']),
    lines: new Set(['n1.start', 'n2.help']),
    here: 'n3',
  });
});

test('what is kept as a test passes on the journey it was walked on, and can be gone on with', () => {
  const walk = tellStory(journey, asksForHelp).at(-1);
  if (!walk) throw new Error('nobody walks');
  const saved = savedWalkOf(asksForHelp, walk, { id: 'help', title: 'Pide ayuda' });
  expect(saved.ends).toMatchObject({ outcome: null, at: 'n3' });
  const found = check({ ...evacuation, walks: [JSON.parse(JSON.stringify(saved))] }, { catalogue });
  expect(found.filter(({ code }) => code.startsWith('walk-') || code === 'shape')).toEqual([]);
  const again = tellStory(journey, storyOf(saved)).at(-1);
  expect(again?.state).toBe(walk.state);
  expect(again?.messages).toEqual(walk.messages);
  expect(possibleNext(again ?? walk)).toEqual(possibleNext(walk));
});

test('a walk of many weeks can be kept, to the second', () => {
  const late = start + 60 * 24 * 60 * minute + 61_000;
  const long: Story = { ...story, moves: [{ at: late, happening: { type: 'reply', text: '2' } }] };
  const walk = tellStory(journey, long).at(-1);
  if (!walk) throw new Error('nobody walks');
  const saved = savedWalkSchema.parse(savedWalkOf(long, walk, { id: 'late', title: 'Tarde' }));
  expect(storyOf(saved).moves[0]?.at).toBe(late);
});
