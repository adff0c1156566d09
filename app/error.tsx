'use client';

import { Button } from '#ui/button.tsx';
import en from '#locales/en.json' with { type: 'json' };
import es from '#locales/es.json' with { type: 'json' };
import { Refusal } from './refusal.tsx';

/** 500: something broke. The reference is the one in the log; nothing of the error itself is shown. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  // The page that broke may be the one that carries the sentences, so this one brings its own.
  const { refusal } = typeof document !== 'undefined' && document.documentElement.lang === 'en' ? en : es;
  return (
    <Refusal
      title={refusal.error}
      home={refusal.home}
      action={
        <Button look="primary" onClick={reset}>
          {refusal.again}
        </Button>
      }
    >
      {refusal.errorMeans} <code>{error.digest ?? '—'}</code>
    </Refusal>
  );
}
