import type { Journey } from '../journey.ts';
import { channelsOf } from './follow-up.ts';

/** Why a second person must sign before anybody is enrolled. */
export type RequestReason = 'emergency' | 'automatic' | 'standing' | 'large';

/**
 * Why this may not start on one person's word, or null when it may. Drills never need anybody: they reach no real account.
 * Neither does what speaks to nobody. `people` is asked only for launches; `limit` is the most people a live launch of the
 * unit may reach on one person's word.
 */
export function needsRequest(
  journey: Journey,
  { mode, standing, people, limit }: { mode: 'live' | 'drill'; standing: boolean; people: number; limit: number },
): RequestReason | null {
  if (mode === 'drill' || channelsOf(journey).length === 0) return null;
  if (journey.class === 'emergency') return 'emergency';
  if (standing) return journey.nodes.some(({ kind }) => kind === 'cap-warning') ? 'automatic' : 'standing';
  return people > limit ? 'large' : null;
}
