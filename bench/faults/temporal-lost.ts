import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Errand } from '../carry-out.ts';
import { standingOf } from '../watch-run.ts';
import { aftermath, aftermathGoals } from './aftermath.ts';
import { crowdOf, handedOver, launchForAll } from './crowd.ts';

/** Temporal is killed in the middle of a run and its database file deleted: it comes back knowing nothing. */
export const temporalLost: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: () => 15,
  work: async (world, wish) => {
    const crowd = await crowdOf(world, wish.number('citizens', 20_000));
    const runId = await launchForAll(world, crowd);
    await handedOver(world, runId, crowd.citizens / 10);
    const pid = world.supervisor.pids()['temporal'] ?? 0;
    const lostAt = Date.now();
    process.kill(pid, 'SIGKILL');
    for (const ending of ['', '-wal', '-shm']) rmSync(path.join(world.folder, `temporal.db${ending}`), { force: true });
    const { gone } = await standingOf(world, runId);
    let goneOnMs: number | null = null;
    while (goneOnMs === null && Date.now() - lostAt < 120_000) {
      await sleep(100);
      const now = await standingOf(world, runId);
      if (now.gone > gone && (world.supervisor.pids()['temporal'] ?? pid) !== pid) goneOnMs = Date.now() - lostAt;
    }
    const after = await aftermath(world, runId, crowd.citizens, 240_000);
    return {
      runs: [{ citizens: crowd.citizens, finishedBefore: gone, goneOnMs, repeated: after.verdict.repeated }],
      goals: [
        ...aftermathGoals([after]),
        { name: 'finished before all was lost', value: gone, at: 'most', bound: crowd.citizens - 1 },
        { name: 'work went on', value: goneOnMs, at: 'most', bound: 30_000, unit: 'ms' },
      ],
    };
  },
};
