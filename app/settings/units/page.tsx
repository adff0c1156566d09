import type { Metadata } from 'next';
import { unitList } from '#drizzle/queries/unit-list.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Panel, TitleBlock } from '#ui/panel.tsx';
import { database } from '../../database.ts';
import { LiveWords } from '../../live-words.tsx';
import { requirePage } from '../../official.ts';
import { Shell } from '../../shell.tsx';
import { words } from '../../words.ts';
import { PendingChanges } from '../changes/pending-changes.tsx';
import { UnitForm } from './unit-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('settings.units') };
}

/** Unidades: what each owns; name, DIR3 and seat change with two people. */
export default async function Units() {
  const official = await requirePage('/settings/units');
  const units = await unitList(database(), unitsWhere(official.grants, 'unit.manage'));
  const { t, number } = await words();
  return (
    <Shell current="settings">
      <h1>{t('settings.units')}</h1>
      <PendingChanges official={official} />
      <LiveWords of={['unit', 'change', 'form']}>
        {units.map((unit) => (
          <Panel key={unit.id} id={unit.id} title={unit.name}>
            <TitleBlock
              cells={[
                { label: 'DIR3', value: unit.dir3 ? <code>{unit.dir3}</code> : '—' },
                { label: t('unit.seat'), value: unit.seatName ?? unit.seat },
                ...(['journeys', 'audiences', 'attributes', 'accounts', 'officials'] as const).map((what) => ({
                  label: t(`unit.${what}`),
                  value: number(unit[what]),
                })),
              ]}
            />
            <Disclosure title={t('unit.edit')}>
              <UnitForm unit={unit} />
            </Disclosure>
          </Panel>
        ))}
        <Panel id="new" title={t('unit.new')}>
          <UnitForm unit={null} from={units[0]?.id} />
        </Panel>
      </LiveWords>
    </Shell>
  );
}
