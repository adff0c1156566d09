/**
 * An account of one channel and how its last 15 minutes went; `errors` are messages it gave back in the last minute;
 * `weighedMsAgo` null: its weight was never moved.
 */
export type Weighed = {
  id: number;
  weight: number;
  restWeight: number;
  weighedMsAgo: number | null;
  handed: number;
  slow: number;
  errors: number;
};
export type WeightChange = { id: number; weight: number; reason: 'slow' | 'errors' | 'relief' | 'rest' };

const step = 10;
const minute = 60_000;
const slowShare = 0.15;
const burst = 50;
/** Fewer messages than this say nothing. */
const enough = 20;

/**
 * How weight moves between the accounts of one channel, looked at once a minute (GOV.UK Notify's algorithm): one with at
 * least 15 % of its messages slower than 5 minutes, or more than 50 given back within the minute, gives 10 points to the
 * healthiest, unless all are sick or weights moved less than 5 minutes ago; untouched for 15 minutes, weights creep back by 10 to where they rest.
 */
export function weighAccounts(accounts: Weighed[]): WeightChange[] {
  if (accounts.length < 2) return [];
  const lastMoved = Math.min(...accounts.map(({ weighedMsAgo }) => weighedMsAgo ?? Number.POSITIVE_INFINITY));
  if (lastMoved < 5 * minute) return [];
  const share = ({ handed, slow }: Weighed) => (handed >= enough ? slow / handed : 0);
  const bursts = ({ errors }: Weighed) => errors > burst;
  const isSick = (account: Weighed) => share(account) >= slowShare || bursts(account);
  const healthy = accounts.filter((account) => !isSick(account));
  const sick = accounts.filter((account) => isSick(account) && account.weight > 0);
  const [relief] = healthy.toSorted((one, other) => share(one) - share(other) || other.weight - one.weight);
  const [worst] = sick.toSorted((one, other) => other.errors - one.errors || share(other) - share(one));
  if (worst && relief) {
    const moved = Math.min(step, worst.weight);
    return [
      { id: worst.id, weight: worst.weight - moved, reason: bursts(worst) ? 'errors' : 'slow' },
      { id: relief.id, weight: relief.weight + moved, reason: 'relief' },
    ];
  }
  if (worst || lastMoved < 15 * minute) return [];
  return accounts.flatMap(({ id, weight, restWeight }) => {
    const moved = Math.max(-step, Math.min(step, restWeight - weight));
    return moved === 0 ? [] : [{ id, weight: weight + moved, reason: 'rest' as const }];
  });
}
