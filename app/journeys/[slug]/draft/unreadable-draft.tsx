import type { StoredDraft } from '#drizzle/drafts/read-draft.ts';
import type { Problem } from '#engine/problem.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { buttonClass } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { ProblemList } from '#ui/problem-list.tsx';
import { words } from '../../../words.ts';

/** A draft that this Cauce cannot read: from a newer one, or broken. It is left as it is, and can be taken out as it is. */
export async function UnreadableDraft({ draft, problems }: { draft: StoredDraft; problems: Problem[] }) {
  const { t } = await words();
  const newer = typeof draft.document === 'object' && draft.document !== null && versionOf(draft.document) > 1;
  return (
    <>
      <h1>{draft.title}</h1>
      <Notice
        look="ink"
        action={
          <a
            className={buttonClass('plain')}
            href={`/journeys/${draft.slug}/draft/store`}
            download={`${draft.slug}.json`}
          >
            {t('designer.takeOut')}
          </a>
        }
      >
        {t(newer ? 'designer.fromNewer' : 'designer.unreadable')}
      </Notice>
      {!newer && (
        <ProblemList
          words={{ error: t('problem.error'), warning: t('problem.warning') }}
          problems={problems.map((problem) => ({ severity: problem.severity, sentence: sayProblem(t, problem) }))}
        />
      )}
    </>
  );
}

const versionOf = (document: object) => ('cauce' in document ? Number(document.cauce) : 0);
