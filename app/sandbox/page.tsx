import type { Metadata } from 'next';
import { runList } from '#drizzle/queries/run-list.ts';
import { ViewSwitch } from '#ui/view-switch.tsx';
import { CalmLink as Link } from '../calm-link.tsx';
import { database } from '../database.ts';
import { LiveWords } from '../live-words.tsx';
import { requirePage } from '../official.ts';
import { PageHead } from '../page-head.tsx';
import { Shell } from '../shell.tsx';
import { unitsShown } from '../unit-chosen.ts';
import { words } from '../words.ts';
import { SandboxThreads } from './sandbox-threads.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('sandbox.title') };
}

/** Phones and mailboxes as people would see them (?kind=); nothing here left this machine, and whose is open is in no address. */
export default async function Sandbox({ searchParams }: { searchParams: Promise<{ kind?: string | string[] }> }) {
  const official = await requirePage('/sandbox');
  const [{ t }, runs] = [await words(), await runList(database(), await unitsShown(official, 'sandbox.use'))];
  const drills = runs.filter(({ mode }) => mode === 'drill').map(({ id }) => id);
  const kind = (await searchParams).kind === 'mailboxes' ? 'mailboxes' : 'phones';
  return (
    <Shell current={null}>
      <PageHead title={t('sandbox.title')}>
        <ViewSwitch
          label={t('sandbox.kind')}
          Link={Link}
          views={[
            { key: 'phones', title: t('sandbox.phones'), href: '/sandbox', current: kind === 'phones', icon: 'phone' },
            {
              key: 'mailboxes',
              title: t('sandbox.mailboxes'),
              href: '/sandbox?kind=mailboxes',
              current: kind === 'mailboxes',
              icon: 'envelope',
            },
          ]}
        />
      </PageHead>
      <p>{t('sandbox.means')}</p>
      <LiveWords of={['sandbox', 'channel', 'age']}>
        <SandboxThreads key={kind} kind={kind} drills={drills} drillWord={t('shell.drill')} />
      </LiveWords>
    </Shell>
  );
}
