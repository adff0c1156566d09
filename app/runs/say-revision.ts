import type { Words } from '../words.ts';

/** Which revision a run lives on: its number, or that it is the draft's own, which a drill brought about and nobody published. */
export function sayRevision(t: Words['t'], n: number): string {
  return n < 0 ? t('run.revisionDraft') : t('run.revisionN', { n });
}
