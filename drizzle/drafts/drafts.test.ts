import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base } from '#designer/store/draft.fixture.ts';
import { journeyOf } from '#designer/store/draft.ts';
import { publish } from '../queries/publish.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { createJourney } from './create-journey.ts';
import { draftSaves } from './draft-saves.ts';
import { bePresent, draftNews } from './presence.ts';
import { readDraft } from './read-draft.ts';
import { saveDraft } from './save-draft.ts';

let test_: TestDatabase;
const unitId = randomUUID();
const [ana, luis] = [
  { id: randomUUID(), name: 'Ana' },
  { id: randomUUID(), name: 'Luis' },
];
const journey = journeyOf(base);

beforeAll(async () => {
  test_ = await testDatabase();
  await test_.database.query(`insert into unit (id, name, seat) values ($1, 'Prueba', '46250')`, [unitId]);
  for (const { id, name } of [ana, luis])
    await test_.database.query('insert into official (id, name, email) values ($1, $2, $3)', [
      id,
      name,
      `${id}@x.invalid`,
    ]);
});
afterAll(() => test_?.close());

const create = () =>
  createJourney(test_.database, {
    unitId,
    journey,
    officialId: ana.id,
    by: ana.name,
    said: { code: 'begun', params: {} },
  });
const read = (slug: string) => readDraft(test_.database, { slug, units: [unitId] });
const save = async (slug: string, version: number, title: string, who = ana, comments: unknown[] = []) => {
  const draft = (await read(slug))!;
  return saveDraft(test_.database, {
    journeyId: draft.journeyId,
    version,
    journey: { ...journey, slug, title },
    comments: comments as never,
    officialId: who.id,
    by: who.name,
    said: [{ code: 'edit-setting', params: { setting: 'title' } }],
  });
};

test('whoever saves over a version they have not seen changes nothing', async () => {
  const { slug } = await create();
  expect(await save(slug, 1, 'Uno')).toBe(2);
  expect(await save(slug, 1, 'Otro', luis)).toBeNull();
  expect(await read(slug)).toMatchObject({ version: 2, title: 'Uno', by: 'Ana' });
  expect(await save(slug, 2, 'Dos', luis)).toBe(3);
});

test('of two who save the same version at once, one has to look again', async () => {
  const { slug } = await create();
  const both = await Promise.all([save(slug, 1, 'Uno'), save(slug, 1, 'Otro', luis)]);
  expect(both.toSorted()).toEqual([2, null]);
});

test('what one official saves within minutes is one line of the history, with all its sentences', async () => {
  const { slug, id } = await create();
  for (const [version, who] of [
    [1, ana],
    [2, ana],
    [3, luis],
    [4, ana],
  ] as const)
    await save(slug, version, `${version}`, who);
  expect(await draftSaves(test_.database, id)).toMatchObject([
    { n: 5, by: 'Ana', said: [{}] },
    { n: 4, by: 'Luis' },
    { n: 3, by: 'Ana', said: [{ code: 'begun' }, {}, {}] },
  ]);
});

test('a second journey of the same name gets a number', async () => {
  const [one, other] = [await create(), await create()];
  expect(other.slug).not.toBe(one.slug);
  expect((await read(other.slug))?.document).toMatchObject({ slug: other.slug });
});

test('comments are of whoever writes them, and only their author can take one back', async () => {
  const { slug } = await create();
  const said = {
    id: randomUUID(),
    node: 'n2',
    text: '¿Y quien no tiene móvil?',
    by: 'Alguien',
    at: '2026-03-02T09:00:00Z',
  };
  await save(slug, 1, 'Uno', ana, [said]);
  expect((await read(slug))?.comments).toMatchObject([{ id: said.id, by: 'Ana', text: said.text }]);
  await save(slug, 2, 'Uno', luis, []);
  expect((await read(slug))?.comments).toHaveLength(1);
  const resolved = { by: 'Nadie', at: '2026-03-02T10:00:00Z' };
  await save(slug, 3, 'Uno', luis, [{ ...said, text: 'Otra cosa', resolved }]);
  expect((await read(slug))?.comments).toMatchObject([{ text: said.text, resolved: { by: 'Luis' } }]);
  await save(slug, 4, 'Uno', ana, []);
  expect((await read(slug))?.comments).toEqual([]);
});

test('publishing a file leaves alone a draft on which somebody works', async () => {
  const { slug } = await create();
  const file = { ...journey, slug };
  expect(await publish(test_.database, { unitId, journey: file })).toMatchObject({ ok: true, n: 1 });
  expect(await publish(test_.database, { unitId, journey: { ...file, title: 'Del fichero' } })).toMatchObject({ n: 2 });
  expect(await read(slug)).toMatchObject({ document: { title: 'Del fichero' } });
  const { version } = (await read(slug))!;
  await save(slug, version, 'A mano');
  await publish(test_.database, { unitId, journey: { ...file, title: 'Otra vez' } });
  expect(await read(slug)).toMatchObject({ document: { title: 'A mano' } });
});

test('who has a draft open is told by window, until the window is closed or falls silent', async () => {
  const { id } = await create();
  const at = (screen: string, official: typeof ana | null, node: string | null) =>
    bePresent(test_.database, { journeyId: id, screen, official, node });
  await at('screen-a', ana, 'n2');
  await at('screen-b', luis, null);
  await at('screen-b', luis, 'n3');
  expect((await draftNews(test_.database, id))?.present).toMatchObject([
    { by: 'Ana', node: 'n2' },
    { by: 'Luis', node: 'n3' },
  ]);
  await at('screen-a', null, null);
  await test_.database.query(`update draft_presence set seen_at = now() - interval '1 minute'`);
  expect(await draftNews(test_.database, id)).toEqual({ version: 1, present: [] });
});
