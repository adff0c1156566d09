import { setTimeout as sleep } from 'node:timers/promises';
import type { Errand, Wish } from '../carry-out.ts';
import { tellGateway } from '../settle.ts';
import { finished, standingOf } from '../watch-run.ts';
import type { World } from '../world.ts';
import { type Aftermath, aftermath, aftermathGoals } from './aftermath.ts';
import { type Crowd, crowdOf, launchForAll } from './crowd.ts';
import { type Phase, phases, strikeInside } from './phase.ts';

const targets = ['worker', 'temporal', 'postgres', 'gateway', 'web'] as const;
type Target = (typeof targets)[number];

/** In which phase each process is killed, kill by kill: each where it hurts first, all six between them. */
const plan: Record<Target, Phase[]> = {
  worker: ['enrol', 'advance', 'claim', 'hand-over', 'record', 'absorb'],
  temporal: ['advance', 'hand-over', 'enrol', 'record', 'absorb', 'claim'],
  postgres: ['absorb', 'record', 'advance', 'claim', 'enrol', 'hand-over'],
  gateway: ['hand-over', 'absorb', 'record', 'claim', 'advance', 'enrol'],
  web: ['absorb', 'hand-over', 'absorb', 'advance', 'absorb', 'record'],
};
const goesOnWithinMs = 30_000;
const patienceMs = 240_000;
/** Longer than the heartbeat's 15 s: Temporal gives the work to somebody else before its first owner wakes up again. */
const frozenMs = 20_000;

/** One thing done to one process in one phase, and what came of it. `resumedMs` null: work did not go on in time. */
type Blow = { target: Target; blow: 'SIGKILL' | 'SIGSTOP'; phase: Phase; hit: boolean; resumedMs: number | null };

/** `kill -9` of one process (or of each), in the middle of a run per kill; the worker is also frozen beyond its heartbeat. */
export const kill: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: (wish) => 8 + chosen(wish).length * wish.number('times', 5) * 3,
  work: async (world, wish) => {
    const crowd = await crowdOf(world, wish.number('citizens', 20_000));
    const blows: (Blow & Aftermath)[] = [];
    const strike = async (target: Target, phase: Phase, blow: Blow['blow']) => {
      blows.push(await liveThrough(world, crowd, { target, phase, blow }));
      const { hit, resumedMs, lost, duplicated, unfinished, uneven } = blows.at(-1)!;
      world.say(
        `${blow} ${target} in ${phase}: ${JSON.stringify({ hit, resumedMs, lost, duplicated, unfinished, uneven })}`,
      );
    };
    for (const target of chosen(wish))
      for (let n = 0; n < wish.number('times', 5); n++)
        await strike(target, plan[target][n % phases.length]!, 'SIGKILL');
    // First one worker alone, which finds a second at its work when it wakes up; then both at once.
    if (chosen(wish).includes('worker'))
      for (const phase of ['hand-over', 'advance'] as const) await strike('worker', phase, 'SIGSTOP');
    const slowest = blows.every(({ resumedMs }) => resumedMs !== null)
      ? Math.max(...blows.map((one) => one.resumedMs ?? 0))
      : null;
    const hit = new Set(blows.filter((blow) => blow.hit).map(({ phase }) => phase));
    return {
      runs: [
        { citizens: crowd.citizens, blows: blows.length, slowestToGoOnMs: slowest, phasesHit: [...hit].join(' ') },
      ],
      goals: [
        ...aftermathGoals(blows),
        { name: 'slowest to go on', value: slowest, at: 'most', bound: goesOnWithinMs, unit: 'ms' },
        { name: 'blows outside their phase', value: blows.filter((blow) => !blow.hit).length, at: 'most', bound: 0 },
        ...(chosen(wish).length === targets.length
          ? [{ name: 'phases hit', value: hit.size, at: 'least' as const, bound: phases.length }]
          : []),
      ],
      notes: blows.map(
        ({ target, blow, phase, hit: inside, resumedMs, verdict }) =>
          `- ${blow} of ${target} ${inside ? 'inside' : 'NOT inside'} ${phase}: went on after ${resumedMs ?? '–'} ms; ${verdict.repeated} messages offered again under their own key`,
      ),
    };
  },
};

function chosen(wish: Wish): Target[] {
  const word = wish.word('target', 'all');
  if (word === 'all') return [...targets];
  const found = targets.find((target) => target === word);
  if (!found) throw new Error(`--target ${word}: ${targets.join(', ')} or all`);
  return [found];
}

type Errands = Pick<Blow, 'target' | 'phase' | 'blow'>;

async function liveThrough(world: World, crowd: Crowd, errand: Errands): Promise<Blow & Aftermath> {
  const { target, phase, blow } = errand;
  const process_ = target === 'gateway' ? 'sandbox' : target;
  // A gateway that answers late leaves time to be caught between the question and its answer.
  const lingers = phase === 'hand-over' && target !== 'gateway';
  for (let attempt = 1; ; attempt++) {
    const runId = await launchForAll(world, crowd);
    if (lingers) await tellGateway(world, `accounts/${crowd.accounts['sms']}`, { down: 'slow' });
    const pids = world.supervisor.pids();
    const pid = pids[process_] ?? 0;
    const struck = [pid, ...(blow === 'SIGSTOP' && pids['worker-2'] ? [pids['worker-2']] : [])];
    const hit = await strikeInside(world, { runId, phase, patienceMs: 60_000 }, () => signalAll(struck, blow));
    const struckAt = Date.now();
    if (blow === 'SIGSTOP') setTimeout(() => signalAll(struck, 'SIGCONT'), frozenMs);
    if (lingers) await tellGateway(world, `accounts/${crowd.accounts['sms']}`, { down: false });
    if (!hit && attempt < 3) {
      await aftermath(world, runId, crowd.citizens, patienceMs);
      continue;
    }
    if (blow === 'SIGSTOP' && struck.length === 1) await world.secondWorker();
    const resumedMs = hit ? await goneOn(world, { runId, target, struckAt, process: process_, pid, blow }) : null;
    const left = await aftermath(world, runId, crowd.citizens, patienceMs);
    if (blow === 'SIGSTOP') await sleep(Math.max(0, struckAt + frozenMs + 1_000 - Date.now()));
    return { target, blow, phase, hit, resumedMs, ...left };
  }
}

function signalAll(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) process.kill(pid, signal);
}

type Waiting = { runId: string; target: Target; struckAt: number; process: string; pid: number; blow: Blow['blow'] };

/** How long until work of the kind that this process does was seen again, after it is back (or, frozen, without it). */
async function goneOn(world: World, { runId, target, struckAt, process, pid, blow }: Waiting): Promise<number | null> {
  const late = () => Date.now() - struckAt > goesOnWithinMs * 2;
  const back = () => blow === 'SIGSTOP' || (world.supervisor.pids()[process] ?? pid) !== pid;
  while (!back() && !late()) await sleep(20);
  let first: number | undefined;
  while (!late()) {
    const done = await progress(world, runId, target).catch(() => undefined);
    if (done === 'finished' || (done !== undefined && first !== undefined && done > first))
      return Date.now() - struckAt;
    first ??= done;
    await sleep(30);
  }
  return null;
}

async function progress(world: World, runId: string, target: Target): Promise<number | 'finished'> {
  const standing = await standingOf(world, runId);
  if (finished(standing)) return 'finished';
  const { enrolled, atEnter, handed, told, gone } = standing;
  if (target === 'web') return told;
  if (target !== 'gateway') return enrolled + (enrolled - atEnter) + handed + gone;
  const answer = await fetch(`${world.sandboxUrl}/control/ledger/summary?run=${runId}`, {
    signal: AbortSignal.timeout(2_000),
  });
  const summary = (await answer.json()) as { messages: number; told: Record<string, number> };
  return summary.messages + Object.values(summary.told).reduce((sum, n) => sum + n, 0);
}
