import { cancellable } from '../cancellable.ts';
import { type Database, transaction } from '../database.ts';
import {
  type AudienceQuestion,
  audienceMeasures,
  type Measure,
  type Measured,
  sampleOneIn,
} from './audience-measures.ts';

/**
 * A figure with what it may be: exact ones lie between themselves. Of an estimate, 19 of 20 such intervals hold the truth.
 */
export type Figure = { n: number; least: number; most: number };
export type LiveCount = { exact: boolean; total: Figure; counts: Record<string, Figure> };

/** After this an exact count is given up and the estimate stands. */
const patienceMs = 20_000;

/**
 * Counts an audience while somebody types: an estimate from the sample as soon as there is one, and the exact count when
 * it is done; only the exact one if that comes first. When `signal` aborts, both statements are cancelled in Postgres
 * (by the pool `cancelBy`, if counting has one of its own).
 */
export async function* liveCount(
  database: Database,
  question: AudienceQuestion,
  measures: readonly Measure[],
  signal: AbortSignal,
  options: { carers?: boolean; cancelBy?: Database } = {},
): AsyncGenerator<LiveCount> {
  const estimating = new AbortController();
  signal.addEventListener('abort', () => estimating.abort(), { once: true });
  const count = (by: AbortSignal, sample: boolean) =>
    transaction(cancellable(database, by, options.cancelBy), async (tx) => {
      await tx.query(`set local statement_timeout = ${patienceMs}`);
      return audienceMeasures(tx, question, measures, { carers: options.carers ?? false, sample });
    });
  const exact = count(signal, false).then(asExact);
  const estimate = count(estimating.signal, true).then(asEstimate);
  exact.catch(() => undefined); // told below, or nobody listens any more
  estimate.catch(() => undefined);
  const first = await Promise.race([exact, estimate.catch(() => exact)]);
  estimating.abort();
  yield first;
  if (!first.exact)
    try {
      yield await exact;
    } catch (error) {
      if (!signal.aborted && !isTimeout(error)) throw error;
    }
}

const isTimeout = (error: unknown) => error instanceof Error && 'code' in error && error.code === '57014';

const sure = (n: number): Figure => ({ n, least: n, most: n });

function asExact({ total, counts }: Measured): LiveCount {
  return { exact: true, total: sure(total), counts: mapped(counts, sure) };
}

function asEstimate({ total, counts }: Measured): LiveCount {
  return { exact: false, total: estimated(total), counts: mapped(counts, estimated) };
}

const mapped = (counts: Record<string, number>, to: (n: number) => Figure) =>
  Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, to(n)]));

/**
 * What `seen` people of the sample say of everybody: each citizen is in it with the same chance, so what is seen is a
 * Poisson count, whose 95 % interval is Byar's (Breslow and Day, 1987).
 */
export function estimated(seen: number): Figure {
  const z = 1.96;
  const bound = (n: number, sign: 1 | -1) =>
    n === 0 ? 0 : n * (1 - 1 / (9 * n) + (sign * z) / (3 * Math.sqrt(n))) ** 3;
  return {
    n: seen * sampleOneIn,
    least: Math.max(seen, Math.floor(bound(seen, -1) * sampleOneIn)),
    most: Math.ceil(bound(seen + 1, 1) * sampleOneIn),
  };
}
