import type { Metadata } from 'next';
import { buttonClass } from '#ui/button.tsx';
import { Refusal } from '../refusal.tsx';
import { words } from '../words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('refusal.unavailable') };
}

/** 503: Postgres does not answer. Asks it nothing. */
export default async function Unavailable() {
  const { t } = await words();
  return (
    <Refusal
      title={t('refusal.unavailable')}
      home={null}
      action={
        <a href="" className={buttonClass('primary')}>
          {t('refusal.again')}
        </a>
      }
    >
      {t('refusal.unavailableMeans')}
    </Refusal>
  );
}
