'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SecretOnce } from '../../secret-once.tsx';
import { handle, remove } from '../acts.ts';
import type { WebhookHow } from '../webhook-answer.ts';
import styles from './webhook.module.css';

/** What can be done with a webhook: try it, tell again what was given up, a new secret, off and on, away with it. */
export function WebhookActs({
  id,
  name,
  on,
  hasOld,
  givenUp,
}: {
  id: string;
  name: string;
  on: boolean;
  hasOld: boolean;
  givenUp: number;
}) {
  const t = useTranslations();
  const announce = useAnnounce();
  const [secret, setSecret] = useState<string>();
  const [deleting, setDeleting] = useState(false);
  const [busy, start] = useTransition();
  const go = (how: WebhookHow) =>
    start(async () => {
      const told = await handle(how, id).catch(() => ({ wrong: [''] }));
      setSecret('secret' in told ? told.secret : undefined);
      announce(t('wrong' in told ? 'webhooks.failed' : `webhooks.done-${how}`));
    });
  return (
    <>
      <div className={styles['acts']} role="group" aria-label={t('webhooks.acts')}>
        {on && (
          <Button icon="play" disabled={busy} onClick={() => go('test')}>
            {t('webhooks.test')}
          </Button>
        )}
        {on && givenUp > 0 && (
          <Button icon="refresh" disabled={busy} onClick={() => go('replay-given-up')}>
            {t('webhooks.replayAll', { n: givenUp })}
          </Button>
        )}
        <Button icon="key" disabled={busy} onClick={() => go('rotate')}>
          {t('keys.rotate')}
        </Button>
        {hasOld && (
          <Button disabled={busy} onClick={() => go('end-old')}>
            {t('keys.end-old')}
          </Button>
        )}
        <Button icon={on ? 'pause' : 'play'} disabled={busy} onClick={() => go(on ? 'off' : 'on')}>
          {t(on ? 'webhooks.off' : 'webhooks.on')}
        </Button>
        <Button look="quiet" disabled={busy} onClick={() => setDeleting(true)}>
          {t('webhooks.delete')}
        </Button>
      </div>
      {secret && <SecretOnce secret={secret} />}
      <Dialog title={t('webhooks.askDelete', { name })} open={deleting} onClose={() => setDeleting(false)}>
        <p>{t('webhooks.deleteMeans')}</p>
        <div className={styles['acts']}>
          <Button look="brake" disabled={busy} onClick={() => start(() => remove(id))}>
            {t('webhooks.delete')}
          </Button>
          <Button look="quiet" onClick={() => setDeleting(false)}>
            {t('keys.leave')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
