import { type Wake, workflowIdOf } from './wake.ts';

/** Which of those that have work are woken now. `now` in ms of any steady clock; `busy` are those at work in this process. */
export type WakeBudget = (wakes: Wake[], now: number, busy: ReadonlySet<string>) => Wake[];

/** Wake cycles per second that the embedded Temporal bears beside everything else, and how many at once after a quiet time. */
export const wakesPerSecond = 5;
const burst = 10;

/**
 * Shares the wake cycles: emergencies and standing runs first, then whoever waited longest. Who was woken and still has
 * work is woken again after 1 s while there is progress, else after 2, 4, 8, at most 10 s, so that a lost signal is
 * repeated and a queue is not flooded. Where a drill's clock waits, progress is woken at once.
 */
export function wakeBudget(perSecond: number = wakesPerSecond): WakeBudget {
  const woken = new Map<string, { at: number; head: string; pauseMs: number }>();
  let tokens = burst;
  let filledAt: number | undefined;

  return (wakes, now, busy) => {
    tokens = Math.min(burst, tokens + ((now - (filledAt ?? now)) / 1_000) * perSecond);
    filledAt = now;
    // Two questions may name the same workflow; the first to ask for it counts.
    const present = new Map(wakes.toReversed().map((wake) => [workflowIdOf(wake.target), wake]));
    for (const id of woken.keys()) if (!present.has(id)) woken.delete(id);
    const waiting = [...present]
      .map(([id, wake]) => ({ id, wake }))
      .filter(({ id }) => !busy.has(id))
      .filter(({ id, wake }) => {
        const last = woken.get(id);
        return !last || now - last.at >= last.pauseMs || (wake.waitedFor && wake.head !== last.head);
      })
      .sort((one, other) => rank(one.wake) - rank(other.wake) || lastOf(one.id) - lastOf(other.id));
    const chosen = waiting.slice(0, Math.floor(tokens));
    tokens -= chosen.length;
    for (const { wake, id } of chosen) {
      const last = woken.get(id);
      const stuck = last !== undefined && last.head === wake.head;
      woken.set(id, { at: now, head: wake.head, pauseMs: stuck ? Math.min(10_000, last.pauseMs * 2) : 1_000 });
    }
    return chosen.map(({ wake }) => wake);
  };

  function lastOf(id: string): number {
    return woken.get(id)?.at ?? Number.NEGATIVE_INFINITY;
  }
}

function rank({ lane, standing }: Wake): number {
  return lane === 0 ? 0 : standing ? 1 : 1 + lane;
}
