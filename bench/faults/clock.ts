import type { Errand } from '../carry-out.ts';
import type { Goal } from '../goals.ts';
import { publishJourney, settle } from '../settle.ts';
import { finished, launch, until } from '../watch-run.ts';
import type { World } from '../world.ts';

/** What must happen when, written by hand from the law of summer time (Directive 2000/84/EC): at 01:00 UTC, in all zones at once. */
const changes = [
  {
    name: 'spring',
    day: '2026-03-29',
    startsAt: '2026-03-28T20:00:00Z',
    expected: {
      // 01:30 is an hour of that night; 02:30 does not exist and moves forward to 03:30.
      'Europe/Madrid': ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '2026-03-29T07:00:00Z', '2026-03-30T07:00:00Z'],
      // 01:30 does not exist there and moves forward to 02:30, which is then the second wait's time too.
      'Atlantic/Canary': [
        '2026-03-29T01:30:00Z',
        '2026-03-29T01:30:00Z',
        '2026-03-29T08:00:00Z',
        '2026-03-30T08:00:00Z',
      ],
    },
  },
  {
    name: 'autumn',
    day: '2026-10-25',
    startsAt: '2026-10-24T20:00:00Z',
    expected: {
      // 02:30 happens twice: the first counts.
      'Europe/Madrid': ['2026-10-24T23:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T08:00:00Z', '2026-10-26T08:00:00Z'],
      // There it is 01:30 that happens twice.
      'Atlantic/Canary': [
        '2026-10-25T00:30:00Z',
        '2026-10-25T02:30:00Z',
        '2026-10-25T09:00:00Z',
        '2026-10-26T09:00:00Z',
      ],
    },
  },
] as const;

/** Both changes of the clock, lived as drills an hour a second: waits until an hour that is missing or comes twice, until the morning, and for a day. */
export const clock: Errand = {
  parts: ['temporal', 'sandbox', 'worker'],
  minutes: () => 15,
  work: async (world, wish) => {
    const citizens = wish.number('citizens', 400);
    const goals: Goal[] = [];
    for (const change of changes) {
      const unitId = await peopleOfBothZones(world, citizens, change.day);
      await publishJourney(world.database, unitId, waits);
      const { runId } = await launch(world, {
        unitId,
        slug: waits.slug,
        mode: 'drill',
        audience: { all: [] },
        clock: { startsAt: Date.parse(change.startsAt), scale: 3_600 },
      });
      await until(world, runId, finished, 240_000, 250);
      const told = await momentsOf(world, runId);
      for (const [zone, expected] of Object.entries(change.expected)) {
        const [start, ...waited] = [change.startsAt, ...expected];
        const right = [start, ...waited].map((at) => new Date(at).toISOString()).join(' ');
        const inZone = told.filter((one) => one.zone === zone);
        const wrong = inZone.filter(({ moments }) => moments !== right);
        for (const { moments, people } of wrong)
          world.say(`${change.name} ${zone}: ${people} lived ${moments}, not ${right}`);
        const strayed =
          citizens / 2 - inZone.reduce((sum, { moments, people }) => sum + (moments === right ? people : 0), 0);
        goals.push({ name: `people at another time, ${change.name}, ${zone}`, value: strayed, at: 'most', bound: 0 });
      }
    }
    return { runs: [{ citizens, changes: changes.length }], goals };
  },
};

const wait = (id: string, until: object) => ({ id, kind: 'wait', config: { until } });
const waits = {
  cauce: 1,
  slug: 'cambio-de-hora',
  title: 'Cambio de hora',
  class: 'service',
  languages: ['es'],
  basis: { kind: 'public-task', norm: 'Real Decreto 236/2002' },
  dir3: 'X00000000',
  nodes: [
    { id: 'n1', kind: 'launch', config: { audience: { all: [] } } },
    wait('n2', { for: 'date', fact: 'citizen.cita', at: '01:30' }),
    wait('n3', { for: 'date', fact: 'citizen.cita', at: '02:30' }),
    wait('n4', { for: 'allowed-hours', hours: { from: '09:00', to: '21:00' } }),
    wait('n5', { for: 'duration', duration: { hours: 24 } }),
    { id: 'n6', kind: 'end', config: { outcome: 'done' } },
  ],
  edges: [
    { from: 'n1', port: 'start', to: 'n2' },
    { from: 'n2', port: 'done', to: 'n3' },
    { from: 'n3', port: 'done', to: 'n4' },
    { from: 'n4', port: 'done', to: 'n5' },
    { from: 'n5', port: 'done', to: 'n6' },
  ],
};

async function peopleOfBothZones(world: World, citizens: number, day: string): Promise<string> {
  // Another seed, other people: the same ones may not belong to two units.
  const unitId = await settle(world.database, citizens, Number(day.slice(5, 7)));
  await world.database.query(
    `insert into attribute (unit_id, name, type) values ($1, 'cita', 'date') on conflict do nothing`,
    [unitId],
  );
  await world.database.query(
    `update citizen c set attributes = jsonb_build_object('cita', $2::text),
       zone = case when n % 2 = 0 then 'Atlantic/Canary' else 'Europe/Madrid' end,
       municipality = case when n % 2 = 0 then '35016' else '28079' end
     from (select id, row_number() over (order by id) as n from citizen where unit_id = $1) k where k.id = c.id`,
    [unitId, day],
  );
  return unitId;
}

/** The moments (on the run's clock) at which people moved, first to last, by zone, and how many lived them so. */
async function momentsOf(world: World, runId: string): Promise<{ zone: string; moments: string; people: number }[]> {
  const { rows } = await world.database.query<{ zone: string; moments: string; people: number }>(
    `select zone, moments, count(*)::int as people from (
       select c.zone, string_agg(to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ' ' order by l.seq) as moments
       from member m join citizen c on c.id = m.citizen_id join log l on l.member_id = m.id
       where m.run_id = $1 group by m.id, c.zone) each
     group by 1, 2`,
    [runId],
  );
  return rows;
}
