import { runList } from '#drizzle/queries/run-list.ts';
import type { Role } from '#engine/office/permission.ts';
import { database } from './database.ts';
import { type Block, blocksFor } from './home/blocks.ts';
import { HomeChannels } from './home/channels.tsx';
import { HomeDesk } from './home/desk.tsx';
import { HomeDrafts } from './home/drafts.tsx';
import styles from './home/home.module.css';
import { HomeRunning } from './home/running.tsx';
import { HomeWaiting } from './home/waiting.tsx';
import { LiveWords } from './live-words.tsx';
import { type Official, requirePage } from './official.ts';
import { PageHead } from './page-head.tsx';
import { Refresh } from './refresh.tsx';
import { Shell } from './shell.tsx';
import { unitsShown } from './unit-chosen.ts';
import { words } from './words.ts';

/** Inicio: what the official is there for comes first, by their roles; the rest of what they may see stands below. */
export default async function Home() {
  const official = await requirePage('/');
  const [{ t }, runs] = [
    await words(),
    await runList(database(), await unitsShown(official, 'run.read'), { open: true }),
  ];
  const [first, ...rest] = blocksFor(official.grants);
  const roles = [...new Set(official.grants.map(({ role }) => role))] satisfies Role[];
  return (
    <Shell current="home">
      <LiveWords of={['age', 'brake']}>
        <PageHead
          title={t('home.title', { n: runs.length })}
          meta={t('home.as', {
            roles: new Intl.ListFormat(t.locale).format(roles.map((role) => t(`role.${role}`))),
          })}
        >
          <Refresh at={new Date().toISOString()} />
        </PageHead>
        {first && <One block={first} official={official} />}
        <div className={styles['columns']}>
          {rest.map((block) => (
            <One key={block} block={block} official={official} />
          ))}
        </div>
      </LiveWords>
    </Shell>
  );
}

function One({ block, official }: { block: Block; official: Official }) {
  const Shown = shown[block];
  return <Shown official={official} />;
}

const shown = {
  running: HomeRunning,
  waiting: HomeWaiting,
  desk: HomeDesk,
  drafts: HomeDrafts,
  channels: HomeChannels,
} satisfies Record<Block, (props: { official: Official }) => Promise<React.ReactNode>>;
