import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '#bin/root.ts';
import type { Journey } from '#engine/journey.ts';
import { pause } from './new-kind.fixture.ts';
import type { Say } from './say.ts';
import { asDraft } from './store/draft.ts';

// A copy of the product in which a kind was added as engine/README.md says (its folder, its line), and nothing else touched.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cauce-new-kind-'));
  for (const room of ['app', 'designer', 'engine', 'locales', 'ui', 'env.ts', 'package.json', 'tsconfig.json'])
    cpSync(path.join(root, room), path.join(folder, room), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const nodes = path.join(folder, 'engine', 'nodes');
  mkdirSync(path.join(nodes, 'pause'));
  for (const [file, content] of Object.entries(pause)) writeFileSync(path.join(nodes, 'pause', file), content);
  const list = readFileSync(path.join(nodes, 'index.ts'), 'utf8');
  const withPause = list
    .replace('import { schedule }', "import { pause } from './pause/pause.ts';\nimport { schedule }")
    .replace('  wait,\n', '  wait,\n  pause,\n');
  writeFileSync(path.join(nodes, 'index.ts'), withPause);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A module of the copy, typed as ours. */
const copied = <M>(file: string): Promise<M> => import(/* @vite-ignore */ path.join(folder, file));

const drawn = {
  cauce: 1,
  slug: 'con-descanso',
  title: 'Recorrido con un descanso',
  class: 'service',
  languages: ['es'],
  nodes: [
    { id: 'n1', kind: 'launch', config: { audience: { all: [] } } },
    { id: 'n2', kind: 'pause', config: { hours: 30, pace: 'calm' } },
    { id: 'n3', kind: 'end', config: { outcome: 'filed' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'rested', to: 'n3' },
  ],
};

async function journeyWithPause(): Promise<Journey> {
  const { parse } = await copied<typeof import('#engine/journey.ts')>('engine/journey.ts');
  const parsed = parse(drawn);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.journey;
}

async function spanish(): Promise<Say> {
  const { translator } = await copied<typeof import('#locales/translator.ts')>('locales/translator.ts');
  return translator('es');
}

test('it is in the palette, between its neighbours', async () => {
  const { kindOptions } = await copied<typeof import('./desk/options.ts')>('designer/desk/options.ts');
  const offered = kindOptions(await spanish(), { inside: true }).map(({ title }) => title);
  expect(offered[offered.indexOf('Espera') + 1]).toBe('Descanso');
});

test('its card says what it does', async () => {
  const { drawCard } = await copied<typeof import('./draw-card.ts')>('designer/draw-card.ts');
  const journey = await journeyWithPause();
  const card = drawCard(await spanish(), journey.nodes[1]!, journey, false);
  expect(card).toMatchObject({ title: 'Descanso', icon: 'hourglass', group: 'flow' });
  expect(JSON.stringify(card.face)).toContain('Descansa 30 horas y sigue.');
});

test('its form has a control for each field, with its words, its help and what is wrong with it', async () => {
  const form = await inspected(await journeyWithPause());
  for (const words of ['Horas de descanso', 'Entre 1 y 99.', 'Ritmo', 'con calma', 'ligero'])
    expect(form).toContain(words);
  expect(form).toMatch(/<input[^>]*value="30"/);
  expect(form).toContain('Descansar 30 horas es mucho: parta el descanso en dos.');
  expect(form).toContain('Cuando conviene dejar reposar un asunto.');
});

test('the outline says it, its way out and where that leads', async () => {
  const { outlineRows } = await copied<typeof import('./outline/outline-rows.ts')>('designer/outline/outline-rows.ts');
  const { rowWords } = await copied<typeof import('./outline/row-words.ts')>('designer/outline/row-words.ts');
  const draft = asDraft(await journeyWithPause());
  const say = await spanish();
  const rows = outlineRows(draft, new Set(['steps', 'step n2'])).map((row) => rowWords(say, draft, row));
  expect(rows.map(({ title }) => title)).toEqual(expect.arrayContaining(['Descanso', 'descansada']));
  expect(rows.find(({ title }) => title === 'Descanso')?.does).toBe('Descansa 30 horas y sigue.');
});

test('its help is under /learn, with the others', async () => {
  const { kindHelp } = await copied<typeof import('#app/learn/read-help.ts')>('app/learn/read-help.ts');
  const before = process.cwd();
  process.chdir(folder);
  try {
    expect(await kindHelp('pause')).toMatchObject({
      title: 'Descanso',
      lead: expect.stringContaining('descansa unas horas'),
    });
  } finally {
    process.chdir(before);
  }
});

test('a citizen lives it: sixty hours at a calm pace', async () => {
  const { startWalk, walkUntil } = await copied<typeof import('#engine/walk.ts')>('engine/walk.ts');
  const hour = 3_600_000;
  const person = {
    id: '1',
    citizen: { language: 'es', municipality: '46250', consents: [], blocked: [], needs: [], attributes: {} },
  };
  const now = Date.UTC(2026, 2, 4, 9);
  const entered = startWalk({ journey: await journeyWithPause(), trigger: 'n1', person, now });
  expect(walkUntil(entered, now + 59 * hour).status).toBe('active');
  expect(walkUntil(entered, now + 60 * hour)).toMatchObject({ status: 'finished', outcome: 'filed' });
});

/** The form of the pause as the browser gets it. */
async function inspected(journey: Journey): Promise<string> {
  const { NodeInspector } = await copied<typeof import('./inspector/node-inspector.tsx')>(
    'designer/inspector/node-inspector.tsx',
  );
  const { check } = await copied<typeof import('#engine/check.ts')>('engine/check.ts');
  const { messagesFor } = await copied<typeof import('#locales/locale.ts')>('locales/locale.ts');
  const { ClientWords } = await copied<typeof import('#app/client-words.tsx')>('app/client-words.tsx');
  const { inventedHouse, inventedAsks, now } = await copied<typeof import('./inspector/specimens/invented-house.ts')>(
    'designer/inspector/specimens/invented-house.ts',
  );
  const node = journey.nodes[1]!;
  const nothing = () => undefined;
  const form: ReactElement = createElement(NodeInspector, {
    node,
    problems: check(journey, inventedHouse),
    edits: { onTitle: nothing, onNote: nothing, onField: nothing },
    help: pause['pause.md'],
    context: { say: await spanish(), journey, node, house: inventedHouse, asks: inventedAsks, now },
  });
  return renderToStaticMarkup(
    createElement(ClientWords, { locale: 'es', messages: messagesFor('es'), children: form }),
  );
}
