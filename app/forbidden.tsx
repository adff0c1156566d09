import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { whoGrants } from '#drizzle/queries/who-grants.ts';
import { database } from './database.ts';
import { officialNow } from './official.ts';
import { pageAt } from './page-at.ts';
import { Refusal } from './refusal.tsx';
import { words } from './words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('refusal.forbidden') };
}

/** 403: names the permission, and who can grant it. */
export default async function Forbidden() {
  const [{ t }, official, head] = [await words(), await officialNow(), await headers()];
  const action = pageAt(head.get('x-cauce-path') ?? '/')?.action ?? 'signed-in';
  const units = [...new Set(official?.grants.map(({ unitId }) => unitId))];
  const granting = await whoGrants(database(), units);
  return (
    <Refusal title={t('refusal.forbidden')} home={t('refusal.home')}>
      {t('refusal.forbiddenMeans', { permission: t(`permission.${action}`) })}{' '}
      {granting.length > 0
        ? t('refusal.whoGrants', { names: new Intl.ListFormat(t.locale, { type: 'disjunction' }).format(granting) })
        : t('refusal.nobodyGrants')}
    </Refusal>
  );
}
