import type { Metadata } from 'next';
import { sayFact } from '#designer/say.ts';
import { attributeUse } from '#drizzle/queries/attribute-use.ts';
import { coreAttributes } from '#engine/rule/core-attributes.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { Table } from '#ui/table.tsx';
import { database } from '../database.ts';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Shell } from '../shell.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('attributes.title') };
}

/** The catalogue: what is held about people, where it comes from, under which norm, how old it may be, and who reads it. */
export default async function Attributes() {
  const official = await requirePage('/attributes');
  const units = await unitsShown(official, 'attribute.read');
  const [{ t, number }, attributes] = [await words(), await attributeUse(database(), units)];
  return (
    <Shell current="people">
      <PageHead title={t('attributes.title')} meta={t('attributes.means')} />
      {attributes.length === 0 ? (
        <EmptyState>{t('attributes.empty')}</EmptyState>
      ) : (
        <Panel title={t('attributes.count', { n: attributes.length })} id="catalogue">
          <Table
            caption={t('attributes.title')}
            captionHidden
            columns={[
              { key: 'title', title: t('attributes.name'), sortable: true },
              { key: 'type', title: t('attributes.type'), sortable: true },
              { key: 'source', title: t('attributes.source'), sortable: true },
              { key: 'norm', title: t('attributes.norm') },
              { key: 'fresh', title: t('attributes.fresh'), figures: true, sortable: true },
              { key: 'used', title: t('attributes.used'), figures: true, sortable: true },
            ]}
            rows={attributes.map(({ name, type, title, source, norm, freshnessDays, journeys, unit }) => ({
              key: `${unit} ${name}`,
              cells: {
                title: title[t.locale] ?? title['es'] ?? name,
                type: t(`attributes.type-${type}`),
                source: source ?? '–',
                norm: norm ?? '–',
                fresh: {
                  show: freshnessDays === null ? '–' : t('unit.days', { n: freshnessDays }),
                  sort: freshnessDays ?? 0,
                },
                used: { show: number(journeys), sort: journeys },
              },
            }))}
          />
        </Panel>
      )}
      <Panel title={t('attributes.core')} id="core">
        <p>{t('attributes.coreMeans')}</p>
        <p>
          {new Intl.ListFormat(t.locale).format(
            Object.keys(coreAttributes)
              .filter((name) => t.has(`fact.${name}`))
              .map((name) => sayFact(t, `citizen.${name}`)),
          )}
          .
        </p>
      </Panel>
    </Shell>
  );
}
