import type { Say } from '#designer/say.ts';

/** What a revision is called; those below zero, lived by a drill of a draft or by what follows a launch, have no number. */
export function revisionName(t: Say, n: number): string {
  return n < 0 ? t('run.revisionUnnumbered') : t('run.revisionN', { n });
}
