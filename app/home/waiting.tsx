import { sayReason } from '#designer/say-reason.ts';
import { attentionList } from '#drizzle/queries/attention-list.ts';
import { Chip } from '#ui/chip.tsx';
import { List } from '#ui/list.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import type { BlockProps } from './block-props.ts';
import { HomeBlock } from './home-block.tsx';

/** Who waits for somebody to look at them, the longest waiting first. */
export async function HomeWaiting({ official, first, meta }: BlockProps) {
  const [{ t, moment }, groups] = [
    await words(),
    await attentionList(database(), await unitsShown(official, 'run.read')),
  ];
  return (
    <HomeBlock
      id="attention"
      title={t('attention.title')}
      first={first}
      meta={meta}
      aside={groups.length > 0 && <Link href="/attention">{t('attention.open')}</Link>}
    >
      {groups.length === 0 ? (
        <p>{t('attention.none')}</p>
      ) : (
        <List
          lines={groups.slice(0, 6).map(({ runId, mode, reason, n, since, journey }) => ({
            key: `${runId}-${reason}`,
            title: (
              <Link href={`/attention?run=${runId}`}>{t('attention.line', { n, reason: sayReason(t, reason) })}</Link>
            ),
            meta: `${journey.title} · ${t('run.since', { moment: moment(since) })}`,
            end: mode === 'drill' && <Chip look="drill">{t('shell.drill')}</Chip>,
          }))}
        />
      )}
    </HomeBlock>
  );
}
