import type { Metadata } from 'next';
import { Refusal } from './refusal.tsx';
import { words } from './words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('refusal.notFound') };
}

export default async function NotFound() {
  const { t } = await words();
  return (
    <Refusal title={t('refusal.notFound')} home={t('refusal.home')}>
      {t('refusal.notFoundMeans')}
    </Refusal>
  );
}
