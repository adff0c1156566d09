import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { settle } from '#drizzle/crowd/crowd.fixture.ts';
import { testDatabase } from '#drizzle/test-database.ts';
import { inheritedEnvironment } from '#env';
import { galleryFolders } from '#gallery/load-journey.ts';
import { root } from './root.ts';

const folder = mkdtempSync(join(tmpdir(), 'cauce-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { code: number | null; out: string; err: string };

/** Runs one command as a person would, with no Cauce running. */
function cauce(args: string[], more: Record<string, string> = {}): Promise<Ended> {
  const { DATABASE_URL: _, ...inherited } = inheritedEnvironment();
  const env = { ...inherited, CAUCE_DIR: folder, TEMPORAL_ADDRESS: '127.0.0.1:1', LANG: 'en', LC_ALL: 'C', ...more };
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('cauce.ts', import.meta.url)), ...args],
    { env, cwd: root },
  );
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (ended.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (ended.err += text.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...ended, code })));
}

test('every gallery journey passes check, and compiles to a machine', async () => {
  for (const name of galleryFolders()) {
    expect(await cauce(['check', name])).toMatchObject({ code: 0, err: '' });
    const { code, out } = await cauce(['compile', name]);
    expect([code, (JSON.parse(out) as { initial: string }).initial]).toEqual([0, 'enter']);
  }
}, 120_000);

test('a journey with mistakes is told by node and exits 1, never with a stack', async () => {
  const file = join(folder, 'wrong.json');
  writeFileSync(
    file,
    JSON.stringify({ cauce: 1, slug: 'x', title: 'X', nodes: [{ id: 'lost', kind: 'wait', config: {} }], edges: [] }),
  );
  const { code, err } = await cauce(['check', file]);
  expect(code).toBe(1);
  expect(err).toMatch(/✗ lost/);
  expect(err).not.toMatch(/^\s+at /m);
}, 60_000);

test('what is not understood exits 2 and says how it is written', async () => {
  const text = join(folder, 'text.json');
  writeFileSync(text, 'hello');
  for (const args of [
    ['explode'],
    ['check'],
    ['check', 'nowhere.json'],
    ['check', text],
    ['launch', 'x', '--in', '10m'],
    ['key', '--scopes', 'everything'],
    ['check', 'x', '--loudly'],
  ]) {
    const { code, err } = await cauce(args);
    expect([args, code]).toEqual([args, 2]);
    expect(err).toMatch(/npm run cauce -- /);
    expect(err).not.toMatch(/^\s+at /m);
  }
}, 120_000);

test('publishes, launches a drill with its scale, tells its status, brakes it and makes a key; all of it is in the audit', async () => {
  const place = await testDatabase();
  try {
    await settle(place.database, 5);
    const file = join(folder, 'short.json');
    const journey = {
      cauce: 1,
      slug: 'corto',
      title: 'Corto',
      purpose: 'Probar',
      basis: { kind: 'public-task', norm: 'Ley 39/2015' },
      dir3: 'X00000000',
      retentionMonths: 12,
      nodes: [
        { id: 'go', kind: 'launch', config: { audience: { fact: 'citizen.kind', is: 'equals', value: 'person' } } },
        { id: 'rest', kind: 'wait', config: { until: { for: 'duration', duration: 'PT10H' } } },
        { id: 'out', kind: 'end', config: { outcome: 'rested' } },
      ],
      edges: [
        { from: 'go', port: 'start', to: 'rest' },
        { from: 'rest', port: 'done', to: 'out' },
      ],
    };
    writeFileSync(file, JSON.stringify(journey));
    const there = { DATABASE_URL: place.url };
    expect(await cauce(['publish', file], there)).toMatchObject({
      code: 0,
      out: expect.stringContaining('revision 1'),
    });
    const launched = await cauce(
      ['launch', 'corto', '--drill', '--in', '1m', '--at', '2026-07-02T18:30+02:00', '--json'],
      there,
    );
    expect(launched.code).toBe(0);
    const { runId } = JSON.parse(launched.out) as { runId: string };
    const { rows } = await place.database.query('select clock_scale, clock_at from run where id = $1', [runId]);
    expect(rows[0]).toEqual({ clock_scale: 600, clock_at: new Date('2026-07-02T16:30:00Z') });
    expect((await cauce(['status', runId], there)).out).toMatch(/corto · .*drill 2026-07-02T16:30Z/);
    expect((await cauce(['pause', runId.slice(0, 30)], there)).code).toBe(0);
    expect((await cauce(['pause', runId], there)).code).toBe(1);
    expect((await cauce(['launch', 'nada'], there)).code).toBe(1);
    expect((await cauce(['key', '--scopes', 'events,cap', '--test'], there)).out).toMatch(/^cauce_test_[\w-]{43}\n$/);
    const exported = join(folder, 'audit.jsonl');
    expect((await cauce(['audit', 'export', exported], there)).code).toBe(0);
    const acts = readFileSync(exported, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { entry: string }).entry);
    expect(acts.map((entry) => /"act":"([\w.-]+)"/.exec(entry)?.[1])).toEqual([
      'journey.published',
      'run.launched',
      'run.paused',
      'key.created',
    ]);
    expect(await cauce(['audit', 'verify'], there)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^4 acts, .*: whole\./),
    });
    await place.database.query(`alter table audit disable trigger user; delete from audit where seq = 2`);
    expect(await cauce(['audit', 'verify'], there)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/Acts 2 to 2 are missing/),
    });
  } finally {
    await place.close();
  }
}, 120_000);
