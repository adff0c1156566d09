import { durationMs } from './time/duration.ts';

type TimedRung = {
  id: string;
  channel: string;
  leave?: Parameters<typeof durationMs>[0] | undefined;
  answer?: Parameters<typeof durationMs>[0] | undefined;
};
/** A contract's pace: messages per second; null: as fast as it takes them. */
type Pace = { channel: string; rate: number | null };

/**
 * How long a ladder takes at the pace of the contracts, in seconds: until everybody was handed their first attempt, and,
 * where attempts follow each other and none succeeds, until the last is handed over. Null where a channel has no contract.
 */
export function ladderTime(
  { rungs, order }: { rungs: readonly TimedRung[]; order: string },
  counts: Readonly<Record<string, { first: number; reach: number }>>,
  accounts: readonly Pace[],
): { toAll: number | null; toLast: number | null } {
  const handing = rungs.map(({ id, channel }) => {
    const own = accounts.filter((account) => account.channel === channel);
    const people = counts[id]?.[order === 'parallel' ? 'reach' : 'first'] ?? 0;
    return people === 0 ? 0 : secondsFor(people, own);
  });
  const toAll = handing.includes(null) ? null : Math.max(0, ...handing.map((seconds) => seconds ?? 0));
  if (order === 'parallel' || toAll === null) return { toAll, toLast: toAll };
  const waits = rungs.slice(0, -1).reduce((sum, rung) => sum + limitOf(rung), 0);
  return { toAll, toLast: waits + toAll };
}

/** Contracts of one channel share its work by their pace. */
function secondsFor(people: number, accounts: readonly Pace[]): number | null {
  if (accounts.length === 0) return null;
  if (accounts.some(({ rate }) => rate === null)) return 0;
  const perSecond = accounts.reduce((sum, { rate }) => sum + (rate ?? 0), 0);
  return perSecond > 0 ? Math.ceil(people / perSecond) : null;
}

const limitOf = ({ answer }: TimedRung) => durationMs(answer ?? { hours: 48 }) / 1_000;
