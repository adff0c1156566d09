import { parseArgs } from 'node:util';
import { medians } from './figures.ts';
import type { Goal } from './goals.ts';
import { holds, sayGoals } from './goals.ts';
import { appendResults } from './results.ts';
import { bringUpWorld, type Part, type World } from './world.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  citizens: text,
  runs: text,
  provider: text,
  target: text,
  times: text,
  rate: text,
  seconds: text,
  lives: text,
  json: flag,
  /** Tells no RESULTS.md: for tries. */
  'no-write': flag,
  /** Serves the pages as they were last built. */
  'no-build': flag,
  /** Leaves the world's folder with its logs. */
  keep: flag,
} as const;

/** What was typed after `npm run bench --` or `npm run drill --`; `value` reads an option of the bench's own. */
export type Wish = {
  number: (option: string, otherwise: number) => number;
  word: (option: string, otherwise: string) => string;
};
export type Outcome = {
  runs: Record<string, number | string | null>[];
  goals: Goal[];
  notes?: string[];
};
/** A bench or drill: the processes it needs, how long it may take at most, and the work itself. */
export type Errand = {
  parts: readonly Part[];
  minutes: (wish: Wish) => number;
  between?: (temporalAddress: string) => Promise<string>;
  work: (world: World, wish: Wish) => Promise<Outcome>;
};

/**
 * Carries out the errand that was typed, in a world of its own: prints its figures and goals, appends them to RESULTS.md,
 * and ends the process, non-zero when a goal was missed or its time ran out. Whatever happens, nothing is left running.
 */
export async function carryOut(program: 'bench' | 'drill', errands: Record<string, Errand>): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const name = positionals[0] ?? '';
  const errand = errands[name];
  if (!errand) {
    process.stderr.write(`npm run ${program} -- ${Object.keys(errands).join(' | ')}\n`);
    process.exit(2);
  }
  const wish = wishOf(values);
  const say = (line: string) => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
  const on = (option: 'json' | 'no-write' | 'no-build' | 'keep') => values[option] === true;
  let world: World | undefined;
  let code = 1;
  const leave = once(async () => {
    await world?.close();
    process.exit(code);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ((code = 130), void leave()));
  const minutes = errand.minutes(wish);
  setTimeout(() => {
    say(`MISSED  not done within ${minutes} minutes`);
    void leave();
  }, minutes * 60_000).unref();
  try {
    world = await bringUpWorld({
      parts: errand.parts,
      say,
      build: !on('no-build'),
      keep: on('keep'),
      ...(errand.between && { between: errand.between }),
    });
    say(`up: ${JSON.stringify(world.machine)}`);
    const outcome = await errand.work(world, wish);
    const good = outcome.goals.every(holds);
    code = good ? 0 : 1;
    tell(outcome, on('json'));
    const command = `npm run ${program} -- ${process.argv.slice(2).join(' ')}`;
    if (!on('no-write')) appendResults({ command, at: new Date(), machine: world.machine, ...outcome });
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  await leave();
}

function tell({ runs, goals, notes = [] }: Outcome, json: boolean): void {
  const lines = sayGoals(goals);
  if (json) {
    const judged = goals.map((goal) => ({ ...goal, holds: holds(goal) }));
    const all = { ...medians(runs), ...(runs.length > 1 && { runs }), goals: judged, notes };
    process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    process.stderr.write(`${lines.join('\n')}\n`);
    return;
  }
  for (const run of runs) process.stdout.write(`${JSON.stringify(run, null, 2)}\n`);
  process.stdout.write(`${[...notes, ...lines].join('\n')}\n`);
}

function wishOf(values: Record<string, unknown>): Wish {
  return {
    number: (option, otherwise) => {
      const given = values[option];
      const read = given === undefined ? otherwise : Number(given);
      if (!Number.isFinite(read) || read < 0) throw new Error(`--${option}: a number, please`);
      return read;
    },
    word: (option, otherwise) => (typeof values[option] === 'string' ? values[option] : otherwise),
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
