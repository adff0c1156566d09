import type { ReactNode } from 'react';
import { HomeAsked } from './home/asked.tsx';
import type { BlockProps } from './home/block-props.ts';
import { type Block, blocksFor } from './home/blocks.ts';
import { HomeChannels } from './home/channels.tsx';
import { HomeDesk } from './home/desk.tsx';
import { HomeDrafts } from './home/drafts.tsx';
import styles from './home/home.module.css';
import { HomeOpenings } from './home/openings.tsx';
import { HomeRunning } from './home/running.tsx';
import { HomeSigning } from './home/signing.tsx';
import { HomeWaiting } from './home/waiting.tsx';
import { LiveWords } from './live-words.tsx';
import { requirePage } from './official.ts';
import { PageHead } from './page-head.tsx';
import { Shell } from './shell.tsx';
import { words } from './words.ts';

/** Inicio: what the official is there for comes first, by their roles; the rest of what they may see stands below. */
export default async function Home() {
  const official = await requirePage('/');
  const { t } = await words();
  const [first, ...rest] = blocksFor(official.grants);
  const roles = [...new Set(official.grants.map(({ role }) => t(`role.${role}`)))];
  const meta = t('home.as', { roles: new Intl.ListFormat(t.locale).format(roles) });
  const part = (block: Block, isFirst: boolean) => {
    const Shown = shown[block];
    return <Shown key={block} official={official} first={isFirst} meta={meta} />;
  };
  return (
    <Shell current="home">
      <LiveWords of={['age', 'brake', 'request']}>
        {first ? part(first, true) : <PageHead title={t('rail.home')} meta={t('home.noRole')} />}
        <div className={styles['columns']}>{rest.map((block) => part(block, false))}</div>
      </LiveWords>
    </Shell>
  );
}

const shown: Record<Block, (props: BlockProps) => Promise<ReactNode>> = {
  signing: HomeSigning,
  asked: HomeAsked,
  openings: HomeOpenings,
  running: HomeRunning,
  waiting: HomeWaiting,
  desk: HomeDesk,
  drafts: HomeDrafts,
  channels: HomeChannels,
};
