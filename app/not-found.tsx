import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { EmptyState } from '#ui/empty-state.tsx';
import { CalmLink as Link } from './calm-link.tsx';
import { isOpen, railFor } from './may-open.ts';
import { officialNow } from './official.ts';
import { PageHead } from './page-head.tsx';
import { Refusal } from './refusal.tsx';
import { OpenSearch } from './shell/open-search.tsx';
import { Shell } from './shell.tsx';
import { words } from './words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).t('refusal.notFound') };
}

/** 404: what was looked for may have another address, so the search is offered with what the address says; and the way home. */
export default async function NotFound() {
  const [{ t }, official, head] = [await words(), await officialNow().catch(() => null), await headers()];
  if (!official)
    return (
      <Refusal title={t('refusal.notFound')} home={t('refusal.home')}>
        {t('refusal.notFoundMeans')}
      </Refusal>
    );
  const places = railFor(official.grants).filter(({ href }) => href !== null && isOpen(official.grants, href));
  return (
    <Shell current={null}>
      <PageHead title={t('refusal.notFound')} />
      <EmptyState
        drawing="bridge"
        action={<OpenSearch typed={wordsIn(head.get('x-cauce-path') ?? '')}>{t('refusal.search')}</OpenSearch>}
        example={
          <>
            {places.slice(0, 4).map(({ key, href }) => (
              <Link key={key} href={href ?? '/'}>
                {t(`rail.${key}`)}
              </Link>
            ))}
          </>
        }
      >
        {t('refusal.notFoundMeans')}
      </EmptyState>
    </Shell>
  );
}

/** The last words of an address, to look for: `/journeys/beca-comedro` is «beca comedro»; an id is no word. */
function wordsIn(address: string): string {
  const last = (address.split(/[?#]/)[0] ?? '').split('/').findLast((part) => part !== '') ?? '';
  return /^[0-9a-f-]{20,}$/i.test(last) ? '' : decodeSafely(last).replaceAll(/[-_]+/g, ' ').slice(0, 80);
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
