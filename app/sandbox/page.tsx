import type { Metadata } from 'next';
import { runList } from '#drizzle/queries/run-list.ts';
import { unitsWhere } from '#engine/office/permission.ts';
import { database } from '../database.ts';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { Shell } from '../shell.tsx';
import { words } from '../words.ts';
import { SandboxThreads } from './sandbox-threads.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('sandbox.title') };
}

/** Phones and mailboxes as people would see them; nothing here left this machine. */
export default async function Sandbox() {
  const { grants } = await requirePage('/sandbox');
  const [{ t }, runs] = [await words(), await runList(database(), unitsWhere(grants, 'sandbox.use'))];
  const drills = runs.filter(({ mode }) => mode === 'drill').map(({ id }) => id);
  return (
    <Shell current={null}>
      <h1>{t('sandbox.title')}</h1>
      <p>{t('sandbox.means')}</p>
      <LiveWords of={['sandbox', 'channel', 'age']}>
        <SandboxThreads drills={drills} drillWord={t('shell.drill')} />
      </LiveWords>
    </Shell>
  );
}
