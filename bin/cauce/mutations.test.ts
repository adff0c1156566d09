import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Draft, Mutation } from '#engine/mutation.fixture.ts';
import { mutations } from '#engine/mutations.fixture.ts';
import { galleryFolders, loadJourney } from '#gallery/load-journey.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { translator } from '#locales/translator.ts';
import { check } from './check.ts';
import type { Desk } from './command.ts';
import { compile } from './compile.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cauce-mutations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seeds = [0, 1, 2, 3, 4];
const drafts = () =>
  galleryFolders().map((name) => {
    const parsed = loadJourney(name);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return structuredClone(parsed.journey) as unknown as Draft; // a journey is such a draft, whole
  });
/** Kinds of damage that the gallery has a place for; of skills the command line knows none. */
const kinds = mutations.filter(
  ({ code, spots }) => code !== 'unknown-skill' && drafts().some((draft) => spots(draft).length > 0),
);

/** A gallery journey damaged at one of the places this kind of damage has, as a file. */
function damagedFile(mutation: Mutation, seed: number): { file: string; node: string | undefined } {
  const spots = drafts().flatMap((draft) => mutation.spots(draft).map((damage) => ({ draft, damage })));
  const { draft, damage } = spots[(seed * 31) % spots.length]!;
  const node = damage();
  const file = path.join(folder, `${kinds.indexOf(mutation)}-${seed}.json`);
  // The engine's own journeys know another number of people than the gallery's.
  writeFileSync(file, JSON.stringify(draft).replaceAll('citizen.ingresos', 'citizen.schoolChildren'));
  return { file, node };
}

/** What a command wrote, and how it ended. */
async function told(command: typeof check | typeof compile, file: string) {
  const lines: { code: string; node: string | undefined; sentence: string }[] = [];
  const t = translator('es');
  const desk = {
    t,
    by: { kind: 'command', id: 'test' },
    say: () => undefined,
    complain: () => undefined,
    problems: (problems) =>
      lines.push(...problems.map((one) => ({ code: one.code, node: one.node, sentence: sayProblem(t, one) }))),
    database: () => expect.fail('no database is needed'),
    unitId: () => expect.fail('no unit is needed'),
    close: async () => undefined,
  } satisfies Desk;
  return { exit: await command.run(desk, [file], {}), lines };
}

test('the gallery has a place for at least twenty kinds of damage, two hundred files of them', () => {
  expect(kinds.length).toBeGreaterThanOrEqual(20);
  expect(kinds.length * seeds.length).toBeGreaterThanOrEqual(200);
});

test.each(kinds)('$name: every file gets its problem and its node, in a sentence', async (mutation) => {
  for (const seed of seeds) {
    const { file, node } = damagedFile(mutation, seed);
    const { exit, lines } = await told(check, file);
    const named = lines.filter(({ code }) => code === mutation.code);
    expect({ file, nodes: named.map((line) => line.node) }).toEqual({ file, nodes: expect.arrayContaining([node]) });
    for (const { code, sentence } of lines) {
      expect(sentence).not.toBe(code);
      expect(sentence).not.toMatch(/\n\s+at |Error:|\[object/);
    }
    expect([0, 1]).toContain(exit);
    expect([0, 1]).toContain((await told(compile, file)).exit);
  }
});
