import { sayName } from '#designer/say.ts';
import type { JourneyCover } from '#drizzle/queries/journey-cover.ts';
import type { Journey } from '#engine/journey.ts';
import { TitleBlock } from '#ui/panel.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { words } from '../../words.ts';

/** The card of a journey, as a plan's title block: whose it is, its legal frame, which revision. */
export async function CoverCard({ cover, journey }: { cover: JourneyCover; journey: Journey | undefined }) {
  const { t, moment } = await words();
  const { revision, unit, updatedAt, slug } = cover;
  const cell = (label: string, value: string | undefined) => (value ? [{ label: t(label), value }] : []);
  return (
    <TitleBlock
      cells={[
        { label: t('journeys.unit'), value: unit },
        {
          label: t('run.revision'),
          value: (
            <Link href={`/journeys/${slug}/revisions`}>
              {revision ? t('run.revisionN', { n: revision.n }) : t('journeys.draft')}
            </Link>
          ),
        },
        { label: t('journeys.updated'), value: moment(revision?.createdAt ?? updatedAt) },
        ...(journey
          ? [
              { label: t('journeys.class'), value: t(`class.${journey.class}`) },
              {
                label: t('journeys.languages'),
                value: journey.languages.map((one) => sayName(t, 'language', one)).join(', '),
              },
              ...cell('cover.purpose', journey.purpose),
              ...cell(
                'cover.basis',
                journey.basis && `${t(`start.basis-${journey.basis.kind}`)}. ${journey.basis.norm}`,
              ),
              ...cell('cover.dir3', journey.dir3),
              ...cell('cover.sia', journey.sia),
              ...cell(
                'cover.retention',
                journey.retentionMonths === undefined
                  ? undefined
                  : t('document.months', { n: journey.retentionMonths }),
              ),
            ]
          : []),
        ...(revision ? [{ label: t('journeys.print'), value: <code>{revision.hash.slice(0, 12)}</code> }] : []),
      ]}
    />
  );
}
