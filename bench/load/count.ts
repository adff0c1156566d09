import { connect, type Database } from '#drizzle/database.ts';
import { addressMeasures } from '#drizzle/queries/audience-count.ts';
import { type Figure, type LiveCount, liveCount } from '#drizzle/queries/live-count.ts';
import type { Rule } from '#engine/rule/rule.ts';
import type { Errand } from '../carry-out.ts';
import { percentile } from '../figures.ts';
import { settle } from '../settle.ts';
import { countRules } from './count-rules.ts';
import { giveCircumstances } from './give-circumstances.ts';

/**
 * The count beside a condition while somebody types it, over everybody: when the first answer is there and how far an
 * estimate was from the truth, when the exact one is, and what is left in Postgres once the condition has changed.
 */
export const count: Errand = {
  parts: [],
  minutes: () => 30,
  work: async (world, wish) => {
    const citizens = wish.number('citizens', 1_000_000);
    const unitId = await settle(world.database, citizens);
    await giveCircumstances(world.database);
    const counting = connect(world.databaseUrl, { max: 4, name: counter });
    try {
      const told: Told[] = [];
      for (let run = 0; run < wish.number('runs', 5); run++)
        for (const [name, rule] of Object.entries(countRules)) {
          const one = await listen(counting, world.database, unitId, rule);
          told.push({ name, ...one });
          world.say(
            `${name}: ${one.first.exact ? 'exact' : 'estimate'} after ${ms(one.firstMs)}, exact after ${ms(one.lastMs)} ms`,
          );
        }
      const left = await typeAndLeave(counting, world.database, unitId, wish.number('times', 40));
      return judged(told, left, citizens);
    } finally {
      await counting.end();
    }
  },
};

const counter = 'count bench';
const ms = (time: number) => Math.round(time);

type Heard = { first: LiveCount; firstMs: number; last: LiveCount; lastMs: number };
type Told = Heard & { name: string };

async function listen(counting: Database, cancelBy: Database, unitId: string, rule: Rule): Promise<Heard> {
  const began = performance.now();
  const heard: { count: LiveCount; at: number }[] = [];
  const question = { unitId, rule, now: Date.now() };
  const counts = liveCount(counting, question, addressMeasures, new AbortController().signal, { cancelBy });
  for await (const one of counts) heard.push({ count: one, at: performance.now() - began });
  const [first, last] = [heard[0], heard.at(-1)];
  if (!first || !last) throw new Error('A count without an answer');
  return { first: first.count, firstMs: first.at, last: last.count, lastMs: last.at };
}

/** Changes a condition every 150 ms, as somebody who types; how long each time until Postgres had let go of the old count. */
async function typeAndLeave(counting: Database, cancelBy: Database, unitId: string, times: number): Promise<number[]> {
  const rules = Object.values(countRules);
  const waits: number[] = [];
  for (let i = 0; i < times; i++) {
    const leaving = new AbortController();
    const question = { unitId, rule: rules[i % rules.length] ?? { all: [] }, now: Date.now() };
    const counts = liveCount(counting, question, addressMeasures, leaving.signal, { cancelBy });
    const listening = (async () => {
      for await (const one of counts) if (one.exact) break;
    })().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const left = performance.now();
    leaving.abort();
    while ((await atWork(cancelBy)) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    waits.push(performance.now() - left);
    await listening;
  }
  return waits;
}

async function atWork(database: Database): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where application_name = $1 and state = 'active'`,
    [counter],
  );
  return rows[0]?.n ?? 0;
}

function judged(told: readonly Told[], left: readonly number[], citizens: number) {
  const guesses = told.filter(({ first }) => !first.exact).flatMap(figuresOf);
  const within = guesses.filter(({ guess, truth }) => guess.least <= truth && truth <= guess.most).length;
  const large = guesses.filter(({ truth }) => truth >= citizens / 100);
  const off = large.map(({ guess, truth }) => Math.abs(guess.n - truth) / truth);
  const of = (times: readonly number[], share: number) => ms(percentile(times, share));
  const firsts = told.map(({ firstMs }) => firstMs);
  const lasts = told.map(({ lastMs }) => lastMs);
  const figures = {
    citizens,
    counts: told.length,
    exactAtOnce: told.filter(({ first }) => first.exact).length,
    estimatedFigures: guesses.length,
    firstP50Ms: of(firsts, 0.5),
    firstP95Ms: of(firsts, 0.95),
    exactP50Ms: of(lasts, 0.5),
    exactP95Ms: of(lasts, 0.95),
    withinInterval: guesses.length === 0 ? 1 : within / guesses.length,
    offP95Percent: off.length === 0 ? 0 : percentile(off, 0.95) * 100,
    letGoP50Ms: of(left, 0.5),
    letGoP95Ms: of(left, 0.95),
  };
  const neverExact = told.filter(({ last }) => !last.exact).length;
  return {
    runs: [figures],
    goals: [
      { name: 'first answer, 95 %', value: figures.firstP95Ms, at: 'most' as const, bound: 500, unit: 'ms' },
      {
        name: 'estimates whose interval holds the truth',
        value: figures.withinInterval,
        at: 'least' as const,
        bound: 0.9,
      },
      { name: 'counts that never became exact', value: neverExact, at: 'most' as const, bound: 0 },
      {
        name: 'a count left is let go of, 95 %',
        value: figures.letGoP95Ms,
        at: 'most' as const,
        bound: 300,
        unit: 'ms',
      },
    ],
    notes: [
      `exact after (median, ms): ${Object.keys(countRules)
        .map(
          (name) =>
            `${name} ${of(
              told.filter((one) => one.name === name).map(({ lastMs }) => lastMs),
              0.5,
            )}`,
        )
        .join(', ')}.`,
    ],
  };
}

function figuresOf({ first, last }: Told): { guess: Figure; truth: number }[] {
  const parts = Object.entries(first.counts).map(([name, guess]) => ({ guess, truth: last.counts[name]?.n ?? 0 }));
  return [{ guess: first.total, truth: last.total.n }, ...parts];
}
