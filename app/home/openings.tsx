import { auditLines } from '#drizzle/audit/audit-lines.ts';
import { auditState } from '#drizzle/audit/audit-state.ts';
import { Chip } from '#ui/chip.tsx';
import { List } from '#ui/list.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import type { BlockProps } from './block-props.ts';
import { HomeBlock } from './home-block.tsx';

/** Who opened whose record and why, and whether the record of acts is whole: what data protection looks at. */
export async function HomeOpenings({ official, first, meta }: BlockProps) {
  const units = await unitsShown(official, 'audit.read');
  const [{ t, moment }, openings, state] = await Promise.all([
    words(),
    auditLines(database(), units, { act: 'record.opened' }, { limit: 6 }),
    auditState(database()),
  ]);
  const whole = !state.late && (state.verified?.findings ?? 0) === 0;
  return (
    <HomeBlock
      id="openings"
      title={t('home.openings')}
      first={first}
      meta={meta}
      aside={<Link href="/audit?act=record.opened">{t('home.allActs')}</Link>}
    >
      <List
        lines={[
          {
            key: 'chain',
            icon: 'shield',
            title: t('home.acts', { n: state.acts }),
            meta: state.sealed ? t('home.sealed', { day: state.sealed.day }) : t('home.notSealed'),
            end: (
              <Chip look={whole ? 'ok' : 'inverse'} icon={whole ? 'check' : 'octagon'}>
                {t(whole ? 'home.whole' : 'home.notWhole')}
              </Chip>
            ),
          },
          ...openings.map(({ seq, at, who, reason }) => ({
            key: `${seq}`,
            icon: 'eye' as const,
            title: who.name ?? who.id,
            meta: `${moment(at)} · ${reason ?? t('home.reasonErased')}`,
          })),
        ]}
      />
      {openings.length === 0 && <p>{t('home.noOpenings')}</p>}
    </HomeBlock>
  );
}
