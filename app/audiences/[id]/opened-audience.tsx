'use client';

import { type ComponentProps, Suspense } from 'react';
import { useTranslations } from 'use-intl/react';
import { fetchedPart } from '#ui/fetched-part.tsx';
import { Waiting } from '#ui/waiting.tsx';
import type { AudienceDesk } from './audience-desk.tsx';

// Whoever only reads the condition does not load what changes it: it weighs more than the page.
const { Part: Desk } = fetchedPart(() => import('./audience-desk.tsx').then((module) => module.AudienceDesk));

/** An audience whose condition is open, to be changed. */
export function OpenedAudience(props: ComponentProps<typeof AudienceDesk>) {
  const t = useTranslations();
  return (
    <Suspense fallback={<Waiting>{t('audiences.opening')}</Waiting>}>
      <Desk {...props} />
    </Suspense>
  );
}
