import { setTimeout as sleep } from 'node:timers/promises';
import { newestRun } from '#drizzle/queries/newest-run.ts';
import { type RunProgress, runProgress } from '#drizzle/queries/run-progress.ts';
import { type Command, type Desk, type Values, Wrong } from './command.ts';
import { words } from './words.ts';

/** Tells how a run goes, once or until it has ended: a live bar on a terminal, a line per change elsewhere. */
export const status = {
  usage: 'status [RUN] [--follow] [--json]',
  options: { follow: { type: 'boolean' }, json: { type: 'boolean' } },
  run: async (desk, [run], values) => {
    const id = await runOf(desk, run, values);
    const json = values['json'] === true;
    let before: RunProgress | undefined;
    let shown = '';
    for (;;) {
      const progress = await runProgress(desk.database(), id, before);
      if (!progress) throw new Wrong(words.noSuchRun(id));
      const line = json ? JSON.stringify(progress) : lineOf(desk, progress);
      const follows = values['follow'] === true && !ended.has(progress.status);
      if (process.stdout.isTTY && values['follow'] === true && !json)
        process.stdout.write(`\r\u001B[2K${line}${follows ? '' : '\n'}`);
      else if (json || line !== shown) desk.say(line);
      if (!follows) break;
      [before, shown] = [progress, line];
      await sleep(1_000);
    }
    return 0;
  },
} satisfies Command;

const ended = new Set<RunProgress['status']>(['finished', 'stopped', 'refused']);

/** The run that is meant: by its id or the beginning of it, or the newest. */
export async function runOf(desk: Desk, run: string | undefined, values: Values): Promise<string> {
  const id = await newestRun(desk.database(), await desk.unitId(values), run ?? '');
  if (id === undefined) throw new Wrong(words.noSuchRun(run ?? ''));
  return id;
}

function lineOf({ t }: Desk, progress: RunProgress): string {
  const { enrolled, messages, speed, outcomes, attention } = progress;
  const over = sum(Object.values(outcomes));
  const delivered = sum(
    messages.filter(({ status: at }) => ['delivered', 'read', 'replied'].includes(at)).map(({ n }) => n),
  );
  const share = enrolled > 0 ? over / enrolled : 0;
  const state = progress.pausedAt === null ? progress.status : 'paused';
  return words.progress({
    bar: '█'.repeat(Math.round(share * 20)).padEnd(20, '░'),
    slug: progress.journey.slug,
    state: t(`runStatus.${state}`),
    drill: progress.mode === 'drill' ? progress.runClock : undefined,
    enrolled,
    over,
    handed: speed.handed,
    delivered,
    perSecond: speed.handedPerSecond,
    attention: sum(attention.map(({ n }) => n)),
  });
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
