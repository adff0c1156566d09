import type { Database } from '#drizzle/database.ts';
import { type RunProgress, runProgress } from '#drizzle/queries/run-progress.ts';

export type Watcher = (progress: RunProgress) => void;

/** Tells a watcher how a run goes, now and each second until the returned function is called: one question for all who watch it. */
export function watchRun(database: Database, runId: string, watcher: Watcher): () => void {
  const watch = watches.get(runId) ?? begin(database, runId);
  watch.watchers.add(watcher);
  if (watch.last) watcher(watch.last);
  return () => {
    watch.watchers.delete(watcher);
    if (watch.watchers.size > 0) return;
    clearInterval(watch.timer);
    if (watches.get(runId) === watch) watches.delete(runId);
  };
}

/** How many are watching something in this process. */
export function watching(): number {
  return [...watches.values()].reduce((sum, { watchers }) => sum + watchers.size, 0);
}

type Watch = { watchers: Set<Watcher>; last: RunProgress | undefined; asking: boolean; timer: NodeJS.Timeout };
const watches = new Map<string, Watch>();

function begin(database: Database, runId: string): Watch {
  const watch: Watch = {
    watchers: new Set(),
    last: undefined,
    asking: false,
    timer: setInterval(() => void ask(), 1_000),
  };
  watch.timer.unref();
  watches.set(runId, watch);
  void ask();
  return watch;

  async function ask(): Promise<void> {
    if (watch.asking) return;
    watch.asking = true;
    // While Postgres is away nothing is told, and the page says by itself how old its figures are.
    const progress = await runProgress(database, runId, watch.last).catch(() => undefined);
    watch.asking = false;
    if (!progress) return;
    watch.last = progress;
    for (const watcher of watch.watchers) watcher(progress);
  }
}
