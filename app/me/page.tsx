import type { Metadata } from 'next';
import { buttonClass } from '#ui/button.tsx';
import { requirePage } from '../official.ts';
import { Shell } from '../shell.tsx';
import { leave } from '../sign-in/leave.ts';
import { words } from '../words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('me.title') };
}

/** What an official keeps for themselves. */
export default async function Me() {
  const official = await requirePage('/me');
  const { t } = await words();
  return (
    <Shell current={null}>
      <h1>{official.name}</h1>
      <form action={leave}>
        <button type="submit" className={buttonClass('plain')}>
          {t('me.leave')}
        </button>
      </form>
    </Shell>
  );
}
