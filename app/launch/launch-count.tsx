'use client';

import { useTranslations } from 'use-intl/react';
import { Notice } from '#ui/notice.tsx';
import type { Counted } from './counted.ts';

/** How many would be reached, how many cannot be, and whether somebody else has to sign. */
export function LaunchCount({ counted, mode }: { counted: Counted | null; mode: 'live' | 'drill' }) {
  const t = useTranslations();
  return (
    <Notice live icon="people">
      {counted === null ? (
        <p>{t('request.counting')}</p>
      ) : (
        <>
          <p>
            <strong>{t('launch.count', { n: counted.total })}</strong>{' '}
            {counted.unreachable > 0 && t('launch.unreachable', { n: counted.unreachable })}
          </p>
          <p>{t(mode === 'drill' ? 'launch.nobodyReal' : `launch.needs-${counted.needs ?? 'nobody'}`)}</p>
        </>
      )}
    </Notice>
  );
}
