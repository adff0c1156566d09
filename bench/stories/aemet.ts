import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '#bin/root.ts';
import { insideOutline, kmToRim, type Outline } from '#drizzle/demonstration/outline.ts';
import type { Errand } from '../carry-out.ts';
import type { Goal } from '../goals.ts';
import type { World } from '../world.ts';
import { posted, postTo } from './ask-web.ts';
import { cauce } from './command-line.ts';
import { type Demonstration, demonstrationIn } from './demonstration.ts';

const file = path.join(root, 'gallery/data/cap/aemet-naranja-temperatura-maxima.xml');
const evening = '2026-07-02T18:30:00+02:00';

/**
 * The real AEMET warning, an Update whose references we do not hold, at a drill of the heat wave whose clock stands at that
 * evening: over the API, again, grown by the command line, and with today's clock. Who must be inside is counted by another
 * geometry than the one that let them in.
 */
export const aemet: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: () => 20,
  work: async (world) => {
    const demonstration = await demonstrationIn(world);
    const xml = readFileSync(file, 'utf8');
    const larger = grown(xml);
    const people = await oldPeopleAlone(world);
    const should = inside(people, xml);
    // Who was let in stays: a bent polygon that grows from its middle leaves some of its own corners behind.
    const shouldThen = new Set([...should, ...inside(people, larger)]);
    const near = people.filter((one) => !should.has(one.id) && kmToRim(one.lat, one.lon, outlineOf(xml)) < 10);

    const runId = await openDrill(world, demonstration, evening);
    const first = await post(world, demonstration, xml);
    const entered = await insideNow(world, runId);
    const again = await post(world, demonstration, xml);
    const update = path.join(world.folder, 'larger.xml');
    writeFileSync(update, larger);
    const byCommand = await cauce(world, 'cap', update, '--drill');
    const enteredThen = await insideNow(world, runId);
    const begun = await moved(world, runId);
    await posted(world, demonstration.key, `/api/runs/${runId}/stop`, { reason: 'story' });

    const today = await openDrill(world, demonstration, new Date().toISOString());
    const late = await post(world, demonstration, xml.replaceAll('20260702162803', '20260702162804'));
    const lateByCommand = await cauce(world, 'cap', file, '--drill');
    const sentence = 'Caducó el 2026-07-03T20:59:59+02:00, también en el reloj de todo lo que espera avisos.';
    const goals: Goal[] = [
      none('people wrongly inside or outside', differing(world, entered, should)),
      { name: 'people inside', value: entered.size, at: 'least', bound: 50 },
      { name: 'people who match just outside (10 km)', value: near.length, at: 'least', bound: 50 },
      none('of them inside', near.filter(({ id }) => entered.has(id)).length),
      none('inside by posting it again', sum(again.entered)),
      { name: 'newly inside by the larger Update', value: enteredThen.size - entered.size, at: 'least', bound: 1 },
      none('wrongly inside or outside after it', differing(world, enteredThen, shouldThen)),
      none('people whose journey did not begin', enteredThen.size - begun),
      none("with today's clock: people inside", (await insideNow(world, today)).size),
      holds('refused as expired (422), in that sentence', late.status === 422 && late.told.includes(sentence)),
      holds('and by the command line', !lateByCommand.done && /2026-07-03T20:59:59\+02:00/.test(lateByCommand.said)),
      holds('the command line took the Update', byCommand.done),
    ];
    return {
      runs: [
        {
          verdicts: `${first.verdict} ${again.verdict}`,
          inside: entered.size,
          justOutside: near.length,
          insideLarger: enteredThen.size,
          told: late.told,
        },
      ],
      goals,
    };
  },
};

const none = (name: string, value: number): Goal => ({ name, value, at: 'most', bound: 0 });
const holds = (name: string, held: boolean): Goal => ({ name, value: held ? 1 : 0, at: 'least', bound: 1 });
const sum = (all: { n: number }[]) => all.reduce((total, { n }) => total + n, 0);

/** How many are in one of two sets only; who they are is said. */
function differing({ say }: World, some: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const wrong = [...some, ...other].filter((id) => some.has(id) !== other.has(id));
  if (wrong.length > 0) say(`wrongly inside or outside: ${wrong.join(' ')}`);
  return wrong.length;
}

type Someone = { id: string; lat: number; lon: number };

/** People of 65 or more on the day of the warning who live alone, the dead apart: those the journey is for. */
async function oldPeopleAlone(world: World): Promise<Someone[]> {
  const { rows } = await world.database.query<Someone>(
    `select id, lat, lon from citizen
     where kind = 'person' and lives_alone and birth_date <= date '2026-07-02' - interval '65 years' and not deceased and lat is not null`,
  );
  return rows;
}

const inside = (people: readonly Someone[], xml: string): ReadonlySet<string> =>
  new Set(people.filter(({ lat, lon }) => insideOutline(lat, lon, outlineOf(xml))).map(({ id }) => id));

/** The first polygon of a CAP document, as GeoJSON orders it. */
function outlineOf(xml: string): Outline {
  const pairs = /<polygon>([^<]+)</.exec(xml)?.[1]?.trim().split(/\s+/) ?? [];
  return [[pairs.map((pair) => pair.split(',').map(Number).reverse())]];
}

/** A later Update of the warning that refers to it, its polygon a fifth larger every way. */
function grown(xml: string): string {
  const identifier = /<identifier>([^<]+)</.exec(xml)?.[1] ?? '';
  const sent = /<sent>([^<]+)</.exec(xml)?.[1] ?? '';
  const pairs = (/<polygon>([^<]+)</.exec(xml)?.[1] ?? '').split(/\s+/).map((pair) => pair.split(',').map(Number));
  const middle = [0, 1].map((axis) => pairs.reduce((total, pair) => total + (pair[axis] ?? 0), 0) / pairs.length);
  const larger = pairs.map((pair) =>
    pair.map((at, axis) => ((middle[axis] ?? 0) + (at - (middle[axis] ?? 0)) * 1.2).toFixed(5)).join(','),
  );
  return xml
    .replace(identifier, `${identifier}.larger`)
    .replace(`<sent>${sent}`, `<sent>${sent.replace('T16:', 'T17:')}`)
    .replace(/<references>[^<]*</, `<references>http://www.aemet.es,${identifier},${sent}<`)
    .replaceAll(/<polygon>[^<]+</g, `<polygon>${larger.join(' ')}<`);
}

async function openDrill(world: World, { key }: Demonstration, startsAt: string): Promise<string> {
  const wish = { slug: 'ola-de-calor', mode: 'drill', standing: true, clock: { startsAt } };
  return (await posted<{ id: string }>(world, key, '/api/runs', wish)).id;
}

type Told = { warnings?: { verdict: string; entered: { n: number }[] }[]; errors?: { why: string }[] };

async function post(world: World, { key }: Demonstration, xml: string) {
  const { status, body } = await postTo<Told>(world, key, '/api/cap?mode=drill', xml, 'application/cap+xml');
  const [warning] = body.warnings ?? [];
  return {
    status,
    verdict: warning?.verdict ?? '',
    entered: warning?.entered ?? [],
    told: (body.errors ?? []).map(({ why }) => why).join(' '),
  };
}

/** Whose copies are inside a drill. */
async function insideNow(world: World, runId: string): Promise<ReadonlySet<string>> {
  const { rows } = await world.database.query<{ id: string }>(
    'select c.copy_of as id from member m join citizen c on c.id = m.citizen_id where m.run_id = $1',
    [runId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Waits until everybody has left the beginning; how many have, after half a minute at most. */
async function moved(world: World, runId: string): Promise<number> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const { rows } = await world.database.query<{ begun: number; waiting: number }>(
      `select count(*) filter (where state <> 'enter')::int as begun, count(*) filter (where state = 'enter')::int as waiting from member where run_id = $1`,
      [runId],
    );
    const { begun, waiting } = rows[0]!;
    if (waiting === 0 || Date.now() > deadline) return begun;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
