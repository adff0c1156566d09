import type { Content } from '#engine/office/content.ts';
import type { Problem } from '#engine/problem.ts';

/** Whether people may enter a run now: yes; not yet; not until it is signed again, since things changed; or never. */
export type Verdict =
  | { gate: 'open' }
  | { gate: 'early' }
  | { gate: 'held'; why: 'people' | 'accounts'; content: Content; people: number | null }
  | { gate: 'refused'; why: Problem };

/** Never, and why. */
export const refused = (code: string, params: Problem['params'] = {}): Verdict => ({
  gate: 'refused',
  why: { code, severity: 'error', params },
});
