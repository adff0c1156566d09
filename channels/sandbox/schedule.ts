/** What a receipt or reply says; its place in this list is written into its mark. */
export const KINDS = ['delivered', 'read', 'failed', 'reply'] as const;
export type Kind = (typeof KINDS)[number];

/** Words that a reply or a bounce needs besides its key. */
export type Detail = { from: string; to: string; text: string; subject?: string };

/** All events of one run and account that are due in the same 20 ms: two parallel lists, because a million may wait. */
export type Bucket = { lane: SandboxLane; at: number; keys: string[]; marks: number[]; details: Map<number, Detail> };

/** The events of one run on one account that have not been told yet, by the time (epoch ms) at which they fall due. */
export type SandboxLane = {
  account: string;
  run: string;
  buckets: Map<number, Bucket>;
  untold: Map<number, number>;
  count: number;
};

export type Schedule = {
  add(account: string, run: string, at: number, key: string, mark: number, detail?: Detail): void;
  /** Takes out what has fallen due. */
  due(now: number): Bucket[];
  /** Notes that the callback of `count` events of this bucket was answered with 2xx. */
  told(bucket: Bucket, count: number): void;
  /** What a run still has coming: how many events, and when the earliest is due. */
  pending(run: string): { earliestAt: number | null; count: number };
  clear(): void;
};

/** Events are gathered by this much time (ms). */
export const SLOT_MS = 20;

/** A mark is one number for one event: which message of the ledger, its which event, and what kind. */
export const markOf = (sequence: number, index: number, kind: Kind): number =>
  (sequence * 4 + index) * 4 + KINDS.indexOf(kind);
export const kindOf = (mark: number): Kind => KINDS[mark % 4] as Kind;

/** An empty schedule whose time begins at `start`; what is added in the past falls due at once. */
export function createSchedule(start: number): Schedule {
  const lanes = new Map<string, SandboxLane>();
  let slot = Math.floor(start / SLOT_MS);
  let last: SandboxLane | undefined;

  function laneOf(account: string, run: string): SandboxLane {
    if (last?.account === account && last.run === run) return last;
    const name = `${account}\n${run}`;
    last = lanes.get(name);
    if (!last) {
      last = { account, run, buckets: new Map(), untold: new Map(), count: 0 };
      lanes.set(name, last);
    }
    return last;
  }

  return {
    add(account, run, at, key, mark, detail) {
      const lane = laneOf(account, run);
      const time = Math.max(slot, Math.ceil(at / SLOT_MS)) * SLOT_MS;
      let bucket = lane.buckets.get(time);
      if (!bucket) {
        bucket = { lane, at: time, keys: [], marks: [], details: new Map() };
        lane.buckets.set(time, bucket);
      }
      bucket.keys.push(key);
      bucket.marks.push(mark);
      if (detail) bucket.details.set(mark, detail);
      lane.untold.set(time, (lane.untold.get(time) ?? 0) + 1);
      lane.count++;
    },
    due(now) {
      const until = Math.floor(now / SLOT_MS);
      const taken: Bucket[] = [];
      for (; slot <= until; slot++) {
        for (const lane of lanes.values()) {
          const bucket = lane.buckets.get(slot * SLOT_MS);
          if (!bucket) continue;
          lane.buckets.delete(bucket.at);
          taken.push(bucket);
        }
      }
      return taken;
    },
    told({ lane, at }, count) {
      const left = (lane.untold.get(at) ?? 0) - count;
      if (left > 0) lane.untold.set(at, left);
      else lane.untold.delete(at);
      lane.count -= count;
      if (lane.count > 0) return;
      lanes.delete(`${lane.account}\n${lane.run}`);
      if (last === lane) last = undefined;
    },
    pending(run) {
      let earliestAt: number | null = null;
      let count = 0;
      for (const lane of lanes.values()) {
        if (lane.run !== run) continue;
        count += lane.count;
        for (const at of lane.untold.keys()) if (earliestAt === null || at < earliestAt) earliestAt = at;
      }
      return { earliestAt, count };
    },
    clear() {
      lanes.clear();
      last = undefined;
    },
  };
}
