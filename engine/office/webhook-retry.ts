const minute = 60_000;
const hour = 60 * minute;

/** How long after each failed try the next comes, as Standard Webhooks recommends: ten tries in about three days. */
export const retryAfterMs = [
  5_000,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;

/** After how long without a single success a webhook is switched off, and its people are told. */
export const disabledAfterMs = 5 * 24 * hour;

/**
 * When to try again after `attempts` tries, in ms; undefined when it was the last. Spread by up to a fifth (`chance` from 0
 * to 1), so that a receiver that comes back is not met by everybody at once; never sooner than it asked for.
 */
export function nextTryMs(attempts: number, chance: number, askedMs = 0): number | undefined {
  const wait = retryAfterMs[attempts - 1];
  return wait === undefined ? undefined : Math.round(Math.max(wait * (1 + chance / 5), Math.min(askedMs, 24 * hour)));
}
