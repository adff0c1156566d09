import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inPieces } from '../post-receipts.ts';
import type { World } from '../world.ts';
import { posted } from './ask-web.ts';
import { cauce } from './command-line.ts';
import type { Fate } from './family-fates.ts';
import type { Said } from './walk-beside.ts';

export type Call = { unitId: string; key: string; runId: string; opens: number; fates: readonly Fate[] };
export type Story = {
  /** When a family's filing had been answered as taken (epoch ms, real), by their copy's id. */
  filedAt: Map<string, number>;
  /** Attributes told of each family, by ref. */
  said: Map<string, Said>;
  filed: { event: number; file: number };
  /** How many filed while a reminder of theirs waited in the outbox. */
  caught: number;
  unfinished: number;
};

const day = 86_400_000;
/** The drill's moments at which reminders are held in the outbox, in days from the opening: ten and three days are left the morning after. */
const holds = [
  { node: 'tenDays', day: 49.5, how: 'paused' },
  { node: 'threeDays', day: 56.5, how: 'slow' },
] as const;
/** Weekly files of the grants office; none falls on a day whose reminders are held. */
const [firstFile, fileEvery] = [3, 7];

/** Lives the call through beside its drill: families file, ask for time, lack papers; officials close tasks; until it is over. */
export async function liveSixtyDays(world: World, call: Call): Promise<Story> {
  const { database } = world;
  const { runId, opens, fates } = call;
  const copies = new Map<string, string>();
  const found = await database.query<{ ref: string; id: string }>('select ref, id from citizen where unit_id = $1', [
    runId,
  ]);
  for (const { ref, id } of found.rows) copies.set(ref, id);
  const story: Story = { filedAt: new Map(), said: new Map(), filed: { event: 0, file: 0 }, caught: 0, unfinished: 0 };
  const waiting = new Set(fates);
  let numbered = 0;
  let filesUntil = firstFile;
  const upcoming = [...holds];

  const tell = async (refs: readonly string[], type: string) => {
    for (const piece of inPieces(refs, 500)) {
      const events = piece.map((ref) => ({
        specversion: '1.0',
        id: `${runId}/${numbered++}`,
        source: 'urn:beca',
        type,
        subject: ref,
        data: {},
      }));
      await posted(world, call.key, '/api/events?mode=drill', events, 'application/cloudevents-batch+json');
      if (type === 'beca.presentada') noteFiled(piece, 'event');
    }
  };
  const noteFiled = (refs: readonly string[], by: 'event' | 'file') => {
    for (const ref of refs) story.filedAt.set(copies.get(ref) ?? '', Date.now());
    story.filed[by] += refs.length;
  };
  const file = async (changes: ReadonlyMap<string, Record<string, unknown>>, at?: number) => {
    if (changes.size === 0) return;
    for (const [ref, changed] of changes)
      story.said.set(ref, [...(story.said.get(ref) ?? []), { changed, ...(at !== undefined && { at }) }]);
    const columns = [...new Set([...changes.values()].flatMap((changed) => Object.keys(changed)))];
    const name = path.join(world.folder, `becas-${numbered++}.csv`);
    const rows = [...changes].map(([ref, changed]) =>
      [ref, ...columns.map((column) => changed[column] ?? '')].join(','),
    );
    writeFileSync(name, `${['ref', ...columns].join(',')}\n${rows.join('\n')}\n`);
    const { done, said } = await cauce(world, 'import-citizens', name, '--drill', runId);
    if (!done) throw new Error(said);
    noteFiled(
      [...changes].filter(([, { hasFiled }]) => hasFiled === true).map(([ref]) => ref),
      'file',
    );
  };
  const filing = (refs: Iterable<string>) => new Map([...refs].map((ref) => [ref, { hasFiled: true }]));

  for (;;) {
    const now = await lookAt(world, runId);
    if (now.status !== 'open') break;
    const today = (now.clock - opens) / day;
    // On a slow machine a step of ours may take a day of theirs: nothing else is begun before a hold, or it would come too late.
    if (upcoming[0] && today > upcoming[0].day - 1.5 && today < upcoming[0].day) {
      await sleep(50);
      continue;
    }
    const due = [...waiting].filter((fate) => 'day' in fate && fate.day <= today);
    const one = <Does extends Fate['does']>(does: Does) =>
      due.filter((fate): fate is Extract<Fate, { does: Does }> => fate.does === does);
    const byEvent = one('files').filter(({ by }) => by === 'event');
    const lacking = one('lacks-papers');
    await tell(
      byEvent.map(({ ref }) => ref),
      'beca.presentada',
    );
    await tell(
      lacking.map(({ ref }) => ref),
      'beca.requiere-documentacion',
    );
    for (const fate of [...byEvent, ...lacking]) waiting.delete(fate);
    for (const { ref, bringsOn } of lacking)
      if (bringsOn !== null) waiting.add({ ref, does: 'files', by: 'event', day: bringsOn });
    if (today >= filesUntil) {
      filesUntil += fileEvery;
      const listed = [...one('files').filter(({ by }) => by === 'file'), ...one('no-longer-applies')];
      await file(filing(listed.filter(({ does }) => does === 'files').map(({ ref }) => ref)));
      await file(new Map(one('no-longer-applies').map(({ ref }) => [ref, { grantNotApplicable: true }])));
      for (const fate of listed) waiting.delete(fate);
    }
    const hold = upcoming[0];
    if (hold && today >= hold.day) {
      upcoming.shift();
      if (hold.how === 'paused') await extend();
      story.caught += await holdReminders(hold);
    }
    await closeTasks(world, call);
    await sleep(250);
  }
  const left = await database.query<{ n: number }>(
    `select count(*)::int as n from member where run_id = $1 and status in ('active', 'attention')`,
    [runId],
  );
  story.unfinished = left.rows[0]!.n;
  return story;

  /** Some are given a week more, while the drill's clock is held: nobody is woken by it, so its moment must be known. */
  async function extend(): Promise<void> {
    const longer = [...waiting].filter(({ does }) => does === 'gets-longer');
    const { rows } = await database.query<{ scale: number }>('select clock_scale as scale from run where id = $1', [
      runId,
    ]);
    await database.query('update run set clock_scale = 0 where id = $1', [runId]);
    await sleep(1_000);
    const { clock } = await lookAt(world, runId);
    await file(new Map(longer.map(({ ref }) => [ref, { grantDeadline: '2026-11-07' }])), clock);
    await database.query('update run set clock_scale = $2 where id = $1', [runId, rows[0]!.scale]);
    for (const fate of longer) waiting.delete(fate);
  }

  /** Lets reminders pile up in the outbox, and has those file who wait for one: by both doors, while theirs is there. */
  async function holdReminders({ node, how }: (typeof holds)[number]): Promise<number> {
    await database.query(`update account set status = 'paused' where unit_id = $1`, [call.unitId]);
    const reminded = await pileUp(world, runId, node);
    const eager = [...waiting].filter(
      (fate) => fate.does === 'files-when-reminded' && reminded.has(copies.get(fate.ref) ?? ''),
    );
    const chosen = (how === 'paused' ? eager.slice(0, Math.ceil(eager.length / 2)) : eager) as Extract<
      Fate,
      { does: 'files-when-reminded' }
    >[];
    world.say(`${node}: ${reminded.size} reminders wait, ${chosen.length} families file meanwhile`);
    for (const fate of chosen) waiting.delete(fate);
    const [byEvent, byFile] = [chosen.filter(({ by }) => by === 'event'), chosen.filter(({ by }) => by === 'file')];
    if (how === 'slow')
      await database.query(`update account set status = 'active', rate = 5 where unit_id = $1`, [call.unitId]);
    // One by one where messages leave meanwhile, so that each filing races with its own reminder.
    if (how === 'slow') for (const { ref } of byEvent) await tell([ref], 'beca.presentada');
    else
      await tell(
        byEvent.map(({ ref }) => ref),
        'beca.presentada',
      );
    await file(filing(byFile.map(({ ref }) => ref)));
    if (how === 'paused') await sleep(500);
    await database.query(`update account set status = 'active', rate = null where unit_id = $1`, [call.unitId]);
    return chosen.length;
  }
}

async function lookAt(world: World, runId: string): Promise<{ status: string; clock: number }> {
  const { rows } = await world.database.query<{ status: string; clock: number }>(
    'select status, cauce_ms(clock_at)::float8 as clock from run where id = $1',
    [runId],
  );
  return rows[0]!;
}

/** Waits until reminders wait in the outbox and no more come; whose they are. */
async function pileUp(world: World, runId: string, node: string): Promise<Set<string>> {
  const deadline = Date.now() + 120_000;
  let before = -1;
  for (;;) {
    const { rows } = await world.database.query<{ citizen_id: string }>(
      `select m.citizen_id from outbox o join message m on m.id = o.message_id where o.run_id = $1 and m.node = $2`,
      [runId, node],
    );
    if (rows.length > 0 && rows.length === before) return new Set(rows.map(({ citizen_id }) => citizen_id));
    if (Date.now() > deadline) throw new Error(`no reminder of ${node} ever waited`);
    before = rows.length;
    await sleep(2_000);
  }
}

/** Closes open tasks of the drill, each in a way of its own; one of three is left until it is overdue. */
async function closeTasks(world: World, { runId, key }: Call): Promise<void> {
  const { rows } = await world.database.query<{ id: string; outcomes: string[] }>(
    `select t.id, array(select o ->> 'id' from jsonb_array_elements(d -> 'config' -> 'outcomes') o) as outcomes
     from task t join run r on r.id = t.run_id join revision v on v.id = r.revision_id
     cross join lateral jsonb_array_elements(v.document -> 'nodes') d
     where t.run_id = $1 and t.status = 'open' and d ->> 'id' = t.node and left(md5(t.id::text), 1) < 'a' limit 200`,
    [runId],
  );
  for (const { id, outcomes } of rows) {
    const outcome = outcomes[Number.parseInt(id.slice(-2), 16) % outcomes.length];
    await posted(world, key, `/api/tasks/${id}`, { outcome }).catch((error: Error) => {
      // Closed in between by what happened to the family.
      if (!error.message.includes('409')) throw error;
    });
  }
}
