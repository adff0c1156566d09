import type { Metadata } from 'next';
import { callingPlaces, codesIn } from '#designer/calling-places.ts';
import { capital } from '#designer/say.ts';
import { sayRule } from '#designer/say-rule.ts';
import { sayingAttributes } from '#designer/saying-attributes.ts';
import { audienceList } from '#drizzle/audiences/audience-list.ts';
import { catalogueOf } from '#drizzle/queries/catalogue.ts';
import { placeNames } from '#drizzle/queries/places.ts';
import { may } from '#engine/office/permission.ts';
import { buttonClass } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Field } from '#ui/field.tsx';
import { Panel } from '#ui/panel.tsx';
import { Table } from '#ui/table.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { type Official, requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Shell } from '../shell.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import { beginAudience } from './acts.ts';
import styles from './audiences.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('audiences.title') };
}

/** Destinatarios: saved, named rules, each in words, with what it last counted. */
export default async function Audiences() {
  const official = await requirePage('/audiences');
  const units = await unitsShown(official, 'audience.read');
  const [{ t, moment, number }, audiences] = [await words(), await audienceList(database(), units)];
  const catalogue = (await Promise.all(units.map((unit) => catalogueOf(database(), unit)))).flat();
  const say = sayingAttributes(t, catalogue);
  const places = await placeNames(database(), codesIn(audiences.map(({ rule }) => rule)));
  const mayEdit = may(official.grants, 'audience.edit', null);
  return (
    <Shell current="people">
      <PageHead title={t('audiences.title')} meta={t('audiences.means')} />
      {audiences.length === 0 ? (
        <EmptyState>{t('audiences.empty')}</EmptyState>
      ) : (
        <Panel title={t('audiences.count', { n: audiences.length })} id="all">
          <Table
            caption={t('audiences.title')}
            captionHidden
            columns={[
              { key: 'name', title: t('audiences.name'), sortable: true },
              { key: 'rule', title: t('audiences.rule') },
              { key: 'counted', title: t('audiences.people'), figures: true, sortable: true },
              { key: 'at', title: t('audiences.countedAt'), sortable: true },
            ]}
            rows={audiences.map(({ id, name, rule, counted, countedAt }) => ({
              key: id,
              cells: {
                name: { show: <Link href={`/audiences/${id}`}>{name}</Link>, sort: name },
                rule: capital(sayRule(say, rule, callingPlaces(places))),
                counted: { show: counted === null ? '–' : number(shown(counted, official)), sort: counted ?? -1 },
                at: { show: countedAt === null ? t('audiences.never') : moment(countedAt), sort: countedAt ?? '' },
              },
            }))}
          />
        </Panel>
      )}
      {mayEdit && (
        <Panel title={t('audiences.new')} id="new">
          <form action={beginAudience} className={styles['new']}>
            <Field label={t('audiences.name')} name="name" hint={t('audiences.nameHint')} maxLength={120} required />
            <button type="submit" className={buttonClass('primary')}>
              {t('audiences.begin')}
            </button>
          </form>
        </Panel>
      )}
    </Shell>
  );
}

/** Who may not tell people apart sees tens. */
function shown(counted: number, { grants }: Official): number {
  return may(grants, 'citizen.list', null) ? counted : Math.round(counted / 10) * 10;
}
