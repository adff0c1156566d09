import type { Database } from '#drizzle/database.ts';
import { draftNews } from '#drizzle/drafts/presence.ts';

export type DraftNews = NonNullable<Awaited<ReturnType<typeof draftNews>>>;
type Watch = { watchers: Set<(news: DraftNews) => void>; last: string; timer: NodeJS.Timeout };

const watches = new Map<string, Watch>();
const everyMs = 1_500;
/** Told again although nothing changed, so that a line that went dead is noticed. */
const stillThereMs = 15_000;

/** Tells who has a draft open and which version is stored, now and whenever it changes; one question for all who watch it. */
export function watchDraft(database: Database, journeyId: string, watcher: (news: DraftNews) => void): () => void {
  const watch = watches.get(journeyId) ?? begin(database, journeyId);
  watch.watchers.add(watcher);
  if (watch.last) watcher(JSON.parse(watch.last) as DraftNews);
  return () => {
    watch.watchers.delete(watcher);
    if (watch.watchers.size > 0) return;
    clearInterval(watch.timer);
    if (watches.get(journeyId) === watch) watches.delete(journeyId);
  };
}

function begin(database: Database, journeyId: string): Watch {
  let asking = false;
  let toldAt = 0;
  const ask = async () => {
    if (asking) return;
    asking = true;
    const news = await draftNews(database, journeyId).catch(() => undefined);
    asking = false;
    const text = JSON.stringify(news);
    if (!news || (text === watch.last && Date.now() - toldAt < stillThereMs)) return;
    watch.last = text;
    toldAt = Date.now();
    for (const watcher of watch.watchers) watcher(news);
  };
  const watch: Watch = { watchers: new Set(), last: '', timer: setInterval(() => void ask(), everyMs) };
  watch.timer.unref();
  watches.set(journeyId, watch);
  void ask();
  return watch;
}
