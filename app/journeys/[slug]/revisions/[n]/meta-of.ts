import type { Say } from '#designer/say.ts';
import type { RevisionDocument } from '#drizzle/queries/revision-document.ts';

/** Which revision a document is of, in one sentence. */
export function metaOf(t: Say, { revision }: RevisionDocument, moment: string): string {
  return revision
    ? t('document.revision', { n: revision.n, moment, hash: revision.hash.slice(0, 12) })
    : t('document.draft', { moment });
}
