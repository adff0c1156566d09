import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revise, settle } from '#drizzle/crowd/crowd.fixture.ts';
import { attentionList } from '#drizzle/queries/attention-list.ts';
import { memberTimeline } from '#drizzle/queries/member-timeline.ts';
import { runProgress } from '#drizzle/queries/run-progress.ts';
import { taskList } from '#drizzle/queries/task-list.ts';
import { type TestDatabase, testDatabase } from '#drizzle/test-database.ts';
import { compile } from '#engine/compile.ts';
import { journeyArbitrary } from '#engine/journey.arbitrary.ts';
import { exportJourney } from '#engine/journey.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Person } from '#engine/person.ts';
import { holidaysOfSpain } from '#engine/time/holiday.ts';
import { startWalk, walkOn, walkUntil } from '#engine/walk.ts';
import { type DrawnPerson, happeningFor, personArbitrary, personOf } from './person.arbitrary.ts';
import { type Crowd, happenInCrowd, openCrowd, passTime, storePerson } from './walk-and-crowd.fixture.ts';

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
    `insert into holiday (day, scope, name) select date::date, scope, name from jsonb_to_recordset($1) as h(date text, scope text, name text)`,
    [JSON.stringify(holidaysOfSpain)],
  );
});
afterAll(() => db.close());

const began = Date.UTC(2026, 2, 27, 16, 0);
const flags = fc.record({
  protected: fc.boolean(),
  deceased: fc.constantFrom(false, false, true),
  minor: fc.constantFrom(false, false, true),
  represented: fc.constantFrom(false, false, true),
});
const drawn = fc.tuple(personArbitrary, flags);
const family = fc.record({
  person: drawn,
  representative: fc.option(drawn, { nil: undefined }),
  carer: fc.option(drawn, { nil: undefined }),
  /** The turn in which their death is recorded, for those who live. */
  dies: fc.option(fc.nat({ max: 5 }), { nil: -1 }),
});
const turn = fc.record({ wait: fc.constantFrom(0, 7, 61, 600), pick: fc.nat({ max: 1_000 }) });

let numbered = 0;
/** A person whose every name, address and contact occurs nowhere else, so that it can be found wherever it is told. */
function marked([some, set]: [DrawnPerson, object]): Person {
  const { id, citizen } = personOf(some);
  const n = String(++numbered).padStart(6, '0');
  const if_ = (had: unknown, mine: string) => (had ? mine : null);
  return {
    id,
    citizen: {
      ...citizen,
      ...set,
      givenName: `Zq${n}`,
      familyName: citizen['familyName'] === 'Stop' ? 'Stop' : `Xw${n}`,
      landline: if_(citizen['landline'], `+34291${n}`),
      email: if_(citizen['email'], `zq${n}@ejemplo.invalid`),
      pushToken: if_(citizen['pushToken'], `token-${n}`),
      postalAddress: if_(citizen['postalAddress'], `Calle ${n}`),
    },
  };
}

type Family = { person: Person; representative?: Person | undefined; carer?: Person | undefined; dies: number };

async function settleFamily(given: typeof family extends fc.Arbitrary<infer T> ? T : never): Promise<Family> {
  const representative = given.representative && marked(given.representative);
  const carer = given.carer && marked(given.carer);
  const { id, citizen } = marked(given.person);
  const of = { representativeId: representative?.id, carerId: carer?.id };
  const person = {
    id,
    citizen: { ...citizen, ...of },
    representative: representative?.citizen,
    carer: carer?.citizen,
  };
  for (const one of [representative, carer, person]) if (one) await storePerson(db.database, unitId, one);
  return { person, representative, carer, dies: given.dies };
}

/** Every address by which somebody can be found. */
const contactsOf = (person?: Person) =>
  ['mobile', 'landline', 'email', 'pushToken', 'postalAddress'].flatMap((name) => {
    const contact = person?.citizen[name];
    return typeof contact === 'string' ? [contact] : [];
  });
const is = (person: Person | undefined, flag: string) => person?.citizen[flag] === true;

/** To whom a message may have been said, by the law of the safety flags; the dead are nobody. */
function mayHear({ person, representative, carer }: Family, channel: string): string[] {
  if (is(person, 'deceased') || (channel === 'voice' && is(person, 'protected'))) return [];
  const others = [carer, ...(is(person, 'minor') || is(person, 'represented') ? [representative] : [])];
  const own = is(person, 'minor') || is(person, 'represented') ? [] : contactsOf(person);
  if (is(person, 'protected')) return own;
  return [
    ...own,
    ...others.flatMap((other) =>
      is(other, 'deceased') || (channel === 'voice' && is(other, 'protected')) ? [] : contactsOf(other),
    ),
  ];
}

/** Everything that pages, the API and files show of a run. */
async function shown(runId: string): Promise<string> {
  const { rows } = await db.database.query<{ id: string }>('select id from member where run_id = $1', [runId]);
  const timelines = [];
  for (const { id } of rows) {
    const { document: _, compiled: __, ...timeline } = (await memberTimeline(db.database, id))!;
    timelines.push(timeline);
  }
  const lists = [
    await taskList(db.database, [unitId]),
    await attentionList(db.database, [unitId], runId),
    await runProgress(db.database, runId),
  ];
  return JSON.stringify([timelines, lists]);
}

test('nothing leaves for the dead, nobody else hears of a protected person, and nothing shown names anybody', async () => {
  await fc.assert(
    fc.asyncProperty(
      journeyArbitrary({ most: 6 }),
      fc.array(family, { minLength: 3, maxLength: 3 }),
      fc.array(turn, { maxLength: 6 }),
      async (journey, given, turns) => {
        const families: Family[] = [];
        for (const one of given) families.push(await settleFamily(one));
        const people = families.map(({ person }) => person);
        const compiled = compile(journey);
        await revise(db.database, unitId, JSON.parse(exportJourney(journey)));
        const trigger = journey.nodes.find(({ kind }) => kindOf(kind)?.entry)!.id;
        const event = { level: 'red' };
        const opening = { trigger, people, event, now: began, mode: 'live' as const };
        const crowd = await openCrowd(db.database, unitId, journey.slug, opening);
        // The walks say what could happen to each; those who have died since are not asked.
        let walks = people.map((person) =>
          walkUntil(startWalk({ journey, compiled, trigger, person, now: began, event }), began),
        );
        const left = new Map<string, number>();
        let now = began;
        for (const [no, { wait, pick }] of turns.entries()) {
          now += wait * 60_000;
          for (const one of families) if (one.dies === no) await bury(crowd, one, left);
          walks = walks.map((walk) => walkUntil(walk, now));
          await passTime(crowd, now);
          for (const [i, walk] of walks.entries()) {
            if (families[i]!.dies >= 0 && families[i]!.dies <= no) continue;
            if (is(people[i], 'deceased')) continue; // never entered
            const happening = happeningFor(walk, pick + i);
            walks[i] = walkUntil(walkOn(walk, happening, now), now);
            await happenInCrowd(crowd, compiled, walk.person, happening);
          }
        }
        for (const one of families) {
          const { person } = one;
          const messages = crowd.handed.filter(({ citizenId }) => citizenId === person.id);
          const wrong = messages.filter(({ channel, address }) => !mayHear(one, channel).includes(address));
          expect(is(person, 'deceased') ? messages : wrong).toEqual([]);
          expect(messages.length).toBeLessThanOrEqual(left.get(person.id) ?? messages.length);
        }
        const told = await shown(crowd.runId);
        const everybody = families.flatMap(({ person, representative, carer }) => [person, representative, carer]);
        for (const one of everybody) {
          const names = [one?.citizen['givenName'], one?.citizen['familyName'], ...contactsOf(one)];
          expect(names.filter((name) => typeof name === 'string' && name !== 'Stop' && told.includes(name))).toEqual(
            [],
          );
        }
        for (const { person } of families)
          if (is(person, 'protected') || is(person, 'deceased')) await expectNothingOf(crowd, person);
      },
    ),
    { numRuns: Number(process.env['CAUCE_RUNS'] ?? 15), endOnFailure: true },
  );
}, 600_000);

/** A death is recorded; `left` remembers how many messages had left for them until then. */
async function bury(crowd: Crowd, { person }: Family, left: Map<string, number>): Promise<void> {
  if (is(person, 'deceased')) return;
  await db.database.query('update citizen set deceased = true where id = $1', [person.id]);
  left.set(person.id, crowd.handed.filter(({ citizenId }) => citizenId === person.id).length);
}

/** Not even initials, age or place. */
async function expectNothingOf({ runId }: Crowd, { id }: Person): Promise<void> {
  const { rows } = await db.database.query('select id from member where run_id = $1 and citizen_id = $2', [runId, id]);
  for (const member of rows) {
    const timeline = await memberTimeline(db.database, member.id);
    expect(timeline?.person).toMatchObject({ initials: null, municipality: null, age: null });
  }
}
