'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import styles from './attention.module.css';

/** Tries again, or lets rest, everybody who waits for one reason in one run. */
export function AttentionActs({ runId, reason, n }: { runId: string; reason: string; n: number }) {
  const t = useTranslations();
  const announce = useAnnounce();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const settle = async (how: 'retry' | 'skip') => {
    setBusy(true);
    const done = await send(runId, reason, how);
    setBusy(false);
    announce(t(done ? `settle.done-${how}` : 'settle.failed', { n }));
    router.refresh();
  };
  return (
    <div className={styles['acts']}>
      <Button disabled={busy} onClick={() => void settle('retry')}>
        {t('settle.retry', { n })}
      </Button>
      <Button look="quiet" disabled={busy} onClick={() => void settle('skip')}>
        {t('settle.skip', { n })}
      </Button>
    </div>
  );
}

async function send(runId: string, reason: string, how: 'retry' | 'skip'): Promise<boolean> {
  try {
    const response = await fetch(`/api/runs/${runId}/attention`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ do: how, reason }),
    });
    return response.ok;
  } catch {
    return false;
  }
}
