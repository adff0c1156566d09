import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { callingPlaces } from '#designer/calling-places.ts';
import { sayingAttributes } from '#designer/saying-attributes.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { placeNames } from '#drizzle/requests/place-names.ts';
import { parse } from '#engine/journey.ts';
import { may } from '#engine/office/permission.ts';
import { placesOf } from '#engine/office/places-of.ts';
import { Chip } from '#ui/chip.tsx';
import { Panel } from '#ui/panel.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { placeWords } from '../place-words.ts';
import { Words } from '../words-shown.tsx';
import { Audience } from './audience.tsx';
import { Changes } from './changes.tsx';
import { Decision } from './decision.tsx';
import { decisionFor } from './decision-for.ts';
import { Held } from './held.tsx';
import { readStory } from './read-story.ts';
import styles from './request.module.css';
import { RequestHistory } from './request-history.tsx';
import { Signing } from './signing.tsx';
import { WhatNow } from './what-now.tsx';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const story = await readStory((await params).id);
  return { title: story?.content?.journey.title ?? '' };
}

/**
 * What the approver signs, phone first: place, number, what changed, the words as people receive them, who wrote them, what
 * happens on signing and when nobody signs; the signature at the thumb.
 */
export default async function RequestPage({ params }: Props) {
  const official = await requirePage('/requests/[id]');
  const [{ t, moment }, story] = await Promise.all([words(), readStory((await params).id)]);
  if (!story) notFound();
  const { request, content, unit, before } = story;
  const { held } = request;
  const parsed = parse(story.document);
  const journey = parsed.ok ? parsed.journey : undefined;
  const [named, decision, catalogue] = await Promise.all([
    content?.audience ? placeNames(database(), placesOf(content.audience.rule, content.event)) : [],
    decisionFor(official, story),
    catalogueOf(database(), request.unitId),
  ]);
  const say = sayingAttributes(t, catalogue);
  const called = callingPlaces(
    Object.fromEntries(
      named.flatMap((place) => (place.is === 'municipality' ? [[place.code, place.called] as const] : [])),
    ),
  );
  return (
    <Shell current="requests">
      <LiveWords of={['request', 'brake']}>
        <PageHead
          title={content?.journey.title ?? request.slug}
          meta={
            <>
              {request.lane === 0 && (
                <Chip look="live" icon="siren">
                  {t('lane.emergency')}
                </Chip>
              )}{' '}
              <Chip>{t(`requestStatus.${request.status}`)}</Chip>{' '}
              {t('request.by', { author: request.author.name, unit })}
              {request.askedAt && ` · ${moment(new Date(request.askedAt).toISOString())}`}
            </>
          }
        />
        <WhatNow story={story} places={placeWords(t, named)} />
        {held && <Held held={held} say={say} />}
        <div className={styles['columns']}>
          <div className={styles['main']}>
            {content?.audience && (
              <Suspense
                fallback={
                  <Panel title={t('request.who')} id="who">
                    {t('request.counting')}
                  </Panel>
                }
              >
                <Audience
                  say={say}
                  content={content}
                  unitId={request.unitId}
                  places={named}
                  called={called}
                  exact={may(official.grants, 'citizen.list', request.unitId)}
                />
              </Suspense>
            )}
            {content && <Changes say={say} called={called} content={content} before={before} journey={journey} />}
            {content && journey && <Words content={content} journey={journey} unit={unit} say={say} />}
          </div>
          <div className={styles['side']}>
            {content && request.status === 'waiting' && <Signing content={content} />}
            <RequestHistory story={story} />
            {request.runId && (
              <p>
                <Link href={`/runs/${request.runId}`}>{t('request.toRun')}</Link>
              </p>
            )}
          </div>
        </div>
        <Decision {...decision} />
      </LiveWords>
    </Shell>
  );
}
