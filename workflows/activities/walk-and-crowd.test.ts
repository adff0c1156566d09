import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revise, settle } from '#drizzle/crowd/crowd.fixture.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { compile } from '#engine/compile.ts';
import { journeyArbitrary } from '#engine/journey.arbitrary.ts';
import { exportJourney } from '#engine/journey.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Person } from '#engine/person.ts';
import { holidaysOfSpain } from '#engine/time/holiday.ts';
import type { Walk } from '#engine/walk/walk-type.ts';
import { startWalk, walkOn, walkUntil } from '#engine/walk.ts';
import { happeningFor, personArbitrary, personOf } from './person.arbitrary.ts';
import { happenInCrowd, openCrowd, passTime, storePerson } from './walk-and-crowd.fixture.ts';

let db: TestDatabase;
let unitId: string;

beforeAll(async () => {
  db = await testDatabase();
  ({ unitId } = await settle(db.database, 0));
  await db.database.query(
    `insert into endpoint (unit_id, slug, url, mode) values ($1, 'service', 'http://127.0.0.1:9', 'sandbox')`,
    [unitId],
  );
  await db.database.query(
    `insert into holiday (day, scope, name) select date::date, scope, name from jsonb_to_recordset($1) as h(date text, scope text, name text) on conflict do nothing`,
    [JSON.stringify(holidaysOfSpain)],
  );
});
afterAll(() => db.close());

const began = Date.UTC(2026, 2, 27, 16, 0); // two days before the clocks go forward

const people = fc.array(personArbitrary, { minLength: 3, maxLength: 3 });
const turn = fc.record({ wait: fc.constantFrom(0, 0, 7, 61, 600, 4_000), pick: fc.nat({ max: 1_000 }) });

test('a walk and a crowd live the same: same path, same variables, same timers', async () => {
  await fc.assert(
    fc.asyncProperty(
      journeyArbitrary({ most: 7 }),
      people,
      fc.array(turn, { maxLength: 8 }),
      async (journey, drawn, turns) => {
        const compiled = compile(journey);
        const crowdPeople = drawn.map(personOf);
        for (const person of crowdPeople) await storePerson(db.database, unitId, person);
        await revise(db.database, unitId, JSON.parse(exportJourney(journey)));
        const trigger = journey.nodes.find(({ kind }) => kindOf(kind)?.entry)!.id;
        const event = { level: 'red' };
        let walks = crowdPeople.map((person) =>
          walkUntil(startWalk({ journey, compiled, trigger, person, now: began, event }), began),
        );
        const crowd = await openCrowd(db.database, unitId, journey.slug, {
          trigger,
          people: crowdPeople,
          event,
          now: began,
          mode: crowdPeople.every(isInvented) ? 'drill' : 'live',
        });
        let now = began;
        for (const { wait, pick } of turns) {
          now += wait * 60_000;
          walks = walks.map((walk) => walkUntil(walk, now));
          await passTime(crowd, now);
          for (const [i, walk] of walks.entries()) {
            const happening = happeningFor(walk, pick + i);
            walks[i] = walkUntil(walkOn(walk, happening, now), now);
            await happenInCrowd(crowd, compiled, walk.person, happening);
          }
        }
        expect(await told(crowd.runId, crowdPeople)).toEqual(walks.map(tale));
      },
    ),
    // Some journeys take a slow machine a minute each: then it tries fewer of them.
    { numRuns: Number(process.env['CAUCE_RUNS'] ?? 25), endOnFailure: true, interruptAfterTimeLimit: 480_000 },
  );
}, 600_000);

/** Of whoever cannot be told to be invented a drill's copy knows the initials only, and rules may speak of names. */
const isInvented = ({ citizen }: Person) => ['mobile', 'landline', 'email'].some((contact) => citizen[contact]);

/** Which of several messages of one moment a provider accepts first is not the journey's to say. */
const step = (text: string) => text.replace(/^receipt\.(\w+)\.[\w-]+\.accepted/, 'receipt.$1.*.accepted');

const tale = (walk: Walk) => ({
  status: walk.status,
  state: walk.state,
  outcome: walk.outcome,
  vars: walk.vars,
  timers: walk.timers,
  path: walk.log.map(({ event, next }) => step(`${event} → ${next}`)),
  messages: walk.messages.map(({ node, visit, rung, status }) => `${node}.${visit}.${rung} ${status}`).sort(),
});

async function told(runId: string, people: Person[]) {
  const { rows } = await db.database.query(
    `select m.status, m.state, m.outcome, m.vars, m.timers,
       coalesce((select jsonb_agg(d.event || ' → ' || d.next order by l.seq) from log l join decision d on d.id = l.decision_id
         where l.member_id = m.id and (d.state <> d.next or d.effects <> '[]')), '[]') as path,
       coalesce((select jsonb_agg(x.node || '.' || x.visit || '.' || x.rung || ' ' || x.status) from message x where x.member_id = m.id), '[]') as messages
     from unnest($2::uuid[]) with ordinality as given(id, no) join member m on m.run_id = $1 and m.citizen_id in (given.id, cauce_copy_id($1, given.id)) order by given.no`,
    [runId, people.map(({ id }) => id)],
  );
  return rows.map((row) => ({ ...row, path: row.path.map(step), messages: row.messages.sort() }));
}
