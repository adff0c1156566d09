import { openThreads } from '#designer/store/comment.ts';
import { commentsOf } from '#drizzle/drafts/comments-of.ts';
import { standingRequest } from '#drizzle/drafts/standing-request.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import type { JourneyCover } from '#drizzle/queries/journey-cover.ts';
import { check } from '#engine/check.ts';
import { List } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { database } from '../../database.ts';
import { words } from '../../words.ts';

/** How a journey stands: what its draft lacks, what is being discussed, whether it waits for a signature. */
export async function Health({ cover }: { cover: JourneyCover }) {
  const { t, moment } = await words();
  const [catalogue, comments, standing] = await Promise.all([
    catalogueOf(database(), cover.unitId),
    commentsOf(database(), cover.id),
    standingRequest(database(), cover),
  ]);
  const problems = check(cover.draft, { catalogue });
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const at = `/journeys/${cover.slug}/draft?view=canvas&panel`;
  return (
    <Panel title={t('cover.health')} id="health">
      <List
        lines={[
          {
            key: 'draft',
            icon: errors > 0 ? 'octagon' : 'check',
            title: (
              <Link href={`${at}=check`}>{t('cover.problems', { n: errors, warnings: problems.length - errors })}</Link>
            ),
            meta: t(cover.ahead ? 'cover.ahead' : 'cover.asPublished'),
          },
          {
            key: 'comments',
            icon: 'bubble',
            title: <Link href={`${at}=comments`}>{t('cover.comments', { n: openThreads(comments).length })}</Link>,
          },
          ...(standing?.status === 'waiting' || standing?.status === 'returned'
            ? [
                {
                  key: 'request',
                  icon: 'sign' as const,
                  title: t(`cover.request-${standing.status}`),
                  meta: standing.askedAt ? `${standing.by} · ${moment(standing.askedAt)}` : standing.by,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
