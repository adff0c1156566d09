import type { Errand } from '../carry-out.ts';
import { judge } from '../judge.ts';
import { until } from '../watch-run.ts';
import type { World } from '../world.ts';
import { posted } from './ask-web.ts';
import { demonstrationIn } from './demonstration.ts';
import { fatesOf } from './family-fates.ts';
import { liveSixtyDays } from './sixty-days.ts';
import { entrantsOf, strayed } from './walk-beside.ts';

const opens = Date.parse('2026-09-01T10:00:00+02:00');
const reminders = ['tenDays', 'threeDays'];

/**
 * The sixty days of the school-meal grant as a drill, in minutes. Filings arrive as events and in files, some while a
 * reminder already waits in the outbox. Nobody who has filed is reminded (the gateway's ledger judges), and everybody lives
 * what the engine's own walk of the same citizen says.
 */
export const beca: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: (wish) => wish.number('seconds', 900) / 60 + 15,
  work: async (world, wish) => {
    const demonstration = await demonstrationIn(world);
    const scale = wish.number('rate', 14_400);
    const launchedAt = Date.now();
    const { id: runId } = await posted<{ id: string }>(world, demonstration.key, '/api/runs', {
      slug: 'beca-comedor',
      mode: 'drill',
      clock: { startsAt: new Date(opens).toISOString(), scale },
    });
    await until(world, runId, ({ status }) => status === 'open', 60_000);
    const entrants = await entrantsOf(world.database, runId);
    const refs = [...entrants.values()]
      .filter(({ citizen }) => citizen['grantLastYear'] !== null)
      .map(({ citizen }) => String(citizen['ref']));
    const story = await liveSixtyDays(world, { ...demonstration, runId, opens, fates: fatesOf(refs.sort(), 60) });
    const elapsedMs = Date.now() - launchedAt;
    const { told, remindedAfter } = reminded(world, runId, story.filedAt);
    const strays = await strayed(world.database, runId, entrants, (ref) => story.said.get(ref) ?? []);
    for (const stray of strays.slice(0, 5)) world.say(JSON.stringify(stray, null, 1));
    const verdict = judge(world.sandboxFolder, runId);
    return {
      runs: [
        {
          families: refs.length,
          scale,
          elapsedMs,
          filedByEvent: story.filed.event,
          filedByFile: story.filed.file,
          filedWhileReminderWaited: story.caught,
          reminders: told,
          messages: verdict.handed,
          ...(await outcomesOf(world, runId)),
        },
      ],
      goals: [
        { name: 'sixty days in', value: elapsedMs / 60_000, at: 'most', bound: 15, unit: 'minutes' },
        { name: 'reminded after filing', value: remindedAfter, at: 'most', bound: 0 },
        { name: 'filed while their reminder waited in the outbox', value: story.caught, at: 'least', bound: 20 },
        { name: 'on another path than their walk', value: strays.length, at: 'most', bound: 0 },
        { name: 'not finished', value: story.unfinished, at: 'most', bound: 0 },
        { name: 'duplicated', value: verdict.duplicated, at: 'most', bound: 0 },
        { name: 'reminders handed over', value: told, at: 'least', bound: 20 },
      ],
    };
  },
};

/** Reminders that the gateway took, and those of people whose filing had been answered before. */
function reminded(world: World, runId: string, filedAt: ReadonlyMap<string, number>) {
  let told = 0;
  let remindedAfter = 0;
  judge(world.sandboxFolder, runId, ({ citizen, place, at }) => {
    if (!reminders.includes(place.slice(0, place.indexOf('/')))) return;
    told++;
    const filed = filedAt.get(citizen) ?? Number.POSITIVE_INFINITY;
    if (at <= filed) return;
    remindedAfter++;
    world.say(`${citizen} filed ${at - filed} ms before ${place} was handed over`);
  });
  return { told, remindedAfter };
}

async function outcomesOf(world: World, runId: string): Promise<Record<string, number>> {
  const { rows } = await world.database.query<{ outcome: string; n: number }>(
    `select coalesce(outcome, status) as outcome, count(*)::int as n from member where run_id = $1 group by 1 order by 1`,
    [runId],
  );
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
}
