import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { sayName } from '#designer/say.ts';
import { sayReason } from '#designer/say-reason.ts';
import { sayingAttributes } from '#designer/saying-attributes.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { memberTimeline } from '#drizzle/queries/member-timeline.ts';
import { whose } from '#drizzle/queries/whose.ts';
import { isId } from '#engine/is-id.ts';
import { parse } from '#engine/journey.ts';
import { may } from '#engine/office/permission.ts';
import { Panel, TitleBlock } from '#ui/panel.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { database } from '../../database.ts';
import { requirePage } from '../../official.ts';
import { revisionName } from '../../revision-name.ts';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import styles from './member.module.css';
import { MemberMessages } from './member-messages.tsx';
import { MemberSteps } from './member-steps.tsx';

type Props = { params: Promise<{ id: string }> };

/** The timeline, for an official of its run's unit, and that unit. */
const read = cache(async (id: string) => {
  const { grants } = await requirePage('/members/[id]');
  const owner = isId(id) ? await whose(database(), 'member', id) : undefined;
  if (!owner || !may(grants, 'citizen.open', owner.unitId)) return undefined;
  const timeline = await memberTimeline(database(), id);
  return timeline && { timeline, unitId: owner.unitId };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, found] = [await words(), await read((await params).id)];
  if (!found) return {};
  const { timeline } = found;
  const title = t('member.number', { number: timeline.person.number });
  const drill = timeline.run.mode === 'drill';
  return {
    title: drill ? `${t('shell.drill')} · ${title}` : title,
    icons: { icon: drill ? '/icon-drill.svg' : '/icon.svg' },
  };
}

/** One person's path through a run, with reasons; in the zone where they live, under a number and never a name. */
export default async function Member({ params }: Props) {
  const [{ t, moment }, found] = [await words(), await read((await params).id)];
  if (!found) notFound();
  const { timeline, unitId } = found;
  const say = sayingAttributes(t, await catalogueOf(database(), unitId));
  const { member, person, run } = timeline;
  const parsed = parse(timeline.document);
  const at = (iso: string) => moment(iso, person.zone);
  return (
    <Shell current="runs" drill={run.mode === 'drill'}>
      <h1>
        {t('member.number', { number: person.number })}
        {person.initials && <span className={styles['initials']}> {person.initials}</span>}
      </h1>
      <p>
        <Link href={`/runs/${member.runId}`}>{run.journey.title}</Link>, {revisionName(t, run.revision)}.{' '}
        {t('member.hidden')}
      </p>
      <TitleBlock
        cells={[
          { label: t('member.status'), value: t(`memberStatus.${member.status}`) },
          ...(member.outcome ? [{ label: t('member.outcome'), value: sayName(t, 'outcome', member.outcome) }] : []),
          { label: t('member.entered'), value: at(member.enteredAt) },
          ...(member.dueAt ? [{ label: t('member.due'), value: at(member.dueAt) }] : []),
          { label: t('member.place'), value: person.municipality ?? t('member.notShown') },
          {
            label: t('member.age'),
            value: person.age === null ? t('member.notShown') : t('member.years', { n: person.age }),
          },
          { label: t('member.language'), value: sayName(t, 'language', person.language) },
          { label: t('member.zone'), value: <code>{person.zone}</code> },
        ]}
      />
      {timeline.attention && (
        <Panel title={t('member.waits')} id="waits">
          <p>
            {sayReason(t, timeline.attention.reason)} · {t('run.since', { moment: at(timeline.attention.at) })}
          </p>
          <p>{t('attention.means')}</p>
        </Panel>
      )}
      <div className={styles['columns']}>
        <section aria-labelledby="path" className={styles['path']}>
          <h2 id="path">{t('member.path')}</h2>
          {timeline.steps.length === 0 || !parsed.ok ? (
            <p>{t('member.noPath')}</p>
          ) : (
            <MemberSteps say={say} timeline={timeline} journey={parsed.journey} at={at} />
          )}
        </section>
        <MemberMessages timeline={timeline} at={at} />
      </div>
    </Shell>
  );
}
