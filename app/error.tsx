'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Refusal } from './refusal.tsx';

/** 500: something broke. The reference is the one in the log; nothing of the error itself is shown. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations();
  return (
    <Refusal
      title={t('refusal.error')}
      home={t('refusal.home')}
      action={
        <Button look="primary" onClick={reset}>
          {t('refusal.again')}
        </Button>
      }
    >
      {t('refusal.errorMeans')} <code>{error.digest ?? '—'}</code>
    </Refusal>
  );
}
