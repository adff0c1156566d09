import type { Metadata } from 'next';
import { factChoices } from '#designer/controls/facts/fact-choices.ts';
import { connectionList } from '#drizzle/connections/connection-list.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { may } from '#engine/office/permission.ts';
import { buttonClass } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { emptyJourney } from '../../audiences/[id]/empty-journey.ts';
import { database } from '../../database.ts';
import { houseFor } from '../../house-for.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { PageHead } from '../../page-head.tsx';
import { Shell } from '../../shell.tsx';
import { unitsShown } from '../../unit-chosen.ts';
import { words } from '../../words.ts';
import { confirm, retire } from './acts.ts';
import styles from './connections.module.css';
import { Propose } from './propose.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('connections.title') };
}

/** The ways to other systems: fixed hosts, what may be asked and told, who proposed and who confirmed. */
export default async function Connections() {
  const official = await requirePage('/settings/connections');
  const units = await unitsShown(official, 'connection.manage');
  const [{ t, moment }, connections] = [await words(), await connectionList(database(), units)];
  const [unit] = units;
  const facts = unit
    ? factChoices({
        say: t,
        journey: emptyJourney,
        house: { ...(await houseFor(unit, emptyJourney)), catalogue: await catalogueOf(database(), unit) },
      })
    : [];
  return (
    <Shell current="settings">
      <PageHead title={t('connections.title')} meta={t('connections.means')} />
      {connections.length === 0 ? (
        <EmptyState>{t('connections.empty')}</EmptyState>
      ) : (
        <ul className={styles['list']}>
          {connections.map((one) => (
            <li key={one.id} className={styles['connection']}>
              <h2>{one.name}</h2>
              <Chip look={one.status === 'active' ? 'ok' : one.status === 'proposed' ? 'ochre' : 'outline'}>
                {t(`connections.is-${one.status}`)}
              </Chip>
              <dl className={styles['facts']}>
                <dt>{t('connections.url')}</dt>
                <dd>
                  <code>{one.url}</code>
                </dd>
                <dt>{t('connections.testUrl')}</dt>
                <dd>{one.testUrl ? <code>{one.testUrl}</code> : t('connections.noTest')}</dd>
                <dt>{t('connections.methods')}</dt>
                <dd>{one.methods.join(', ')}</dd>
                <dt>{t('connections.sends')}</dt>
                <dd>
                  {one.sends === null
                    ? t('connections.anything')
                    : one.sends.length === 0
                      ? t('connections.nothing')
                      : one.sends.map((fact) => facts.find((known) => known.fact === fact)?.title ?? fact).join(', ')}
                </dd>
                <dt>{t('connections.credentials')}</dt>
                <dd>{t(one.hasCredentials ? 'connections.kept' : 'connections.none')}</dd>
                <dt>{t('connections.people')}</dt>
                <dd>
                  {t('connections.by', {
                    proposed: one.proposedBy?.name ?? '–',
                    confirmed: one.confirmedBy ?? '–',
                    at: moment(one.createdAt),
                  })}
                </dd>
              </dl>
              {may(official.grants, 'connection.manage', one.unitId) && one.status !== 'retired' && (
                <div className={styles['acts']}>
                  {one.status === 'proposed' && one.proposedBy?.id !== official.id && (
                    <form action={confirm.bind(null, one.id)}>
                      <button type="submit" className={buttonClass()}>
                        {t('connections.confirm')}
                      </button>
                    </form>
                  )}
                  {one.status === 'proposed' && one.proposedBy?.id === official.id && <p>{t('connections.waits')}</p>}
                  <form action={retire.bind(null, one.id)}>
                    <button type="submit" className={buttonClass()}>
                      {t('connections.retire')}
                    </button>
                  </form>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <LiveWords of={['connections', 'control', 'problems']}>
        <Propose facts={facts.map(({ fact, title }) => ({ key: fact, title }))} />
      </LiveWords>
    </Shell>
  );
}
