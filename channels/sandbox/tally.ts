import { hash, hashed } from './hash.ts';
import { type Kind } from './schedule.ts';
import { createSeen, type Seen } from './seen.ts';

/**
 * What the gateway did with one hand-over: `a` accepted, `r` a key already accepted, `p` refused for good, `x` a key
 * already refused, `t` refused for now, `q` throttled, `m` not readable, `d` accepted again under the same key (SMTP has no keys).
 */
export type Code = 'a' | 'r' | 'p' | 'x' | 't' | 'q' | 'm' | 'd';

const STATUS: Record<Code, string> = {
  a: 'accepted',
  r: 'repeated',
  p: 'refused',
  x: 'repeated',
  t: 'temporary',
  q: 'throttled',
  m: 'malformed',
  d: 'acceptedTwice',
};

/** The judge's figures of one run: `duplicatedAbout` counts messages whose `about` was handed over before under any key. */
export type Summary = {
  messages: number;
  distinctAbout: number;
  duplicatedAbout: number;
  attempts: number;
  firstAt: number | null;
  lastAt: number | null;
  byStatus: Record<string, number>;
  told: Record<Kind, number>;
};

export type Tally = {
  count(run: string, about: string, code: Code, firstSeen: boolean, at: number): void;
  told(run: string, kind: Kind): void;
  summary(run: string): Summary;
  runs(): string[];
};

/** Exact counts per run: hashes of every `about` ever seen, nothing else of the messages. */
export function createTally(): Tally {
  const runs = new Map<string, Summary>();
  const abouts: Seen = createSeen();
  let lastRun = '';
  let last: Summary | undefined;

  function of(run: string): Summary {
    if (last && run === lastRun) return last;
    lastRun = run;
    last = runs.get(run);
    if (!last) {
      last = empty();
      runs.set(run, last);
    }
    return last;
  }

  return {
    count(run, about, code, firstSeen, at) {
      const summary = of(run);
      const status = STATUS[code];
      summary.attempts++;
      summary.byStatus[status] = (summary.byStatus[status] ?? 0) + 1;
      summary.firstAt ??= at;
      if (!firstSeen) return;
      summary.lastAt = at;
      summary.messages++;
      hash(about);
      if (abouts.get(hashed.high, hashed.low) === 0) {
        abouts.set(hashed.high, hashed.low, 1);
        summary.distinctAbout++;
      } else summary.duplicatedAbout++;
    },
    told(run, kind) {
      of(run).told[kind]++;
    },
    summary: (run) => runs.get(run) ?? empty(),
    runs: () => [...runs.keys()],
  };
}

const empty = (): Summary => ({
  messages: 0,
  distinctAbout: 0,
  duplicatedAbout: 0,
  attempts: 0,
  firstAt: null,
  lastAt: null,
  byStatus: {},
  told: { delivered: 0, read: 0, failed: 0, reply: 0 },
});
