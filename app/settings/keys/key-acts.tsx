'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { SecretOnce } from '../secret-once.tsx';
import { change } from './acts.ts';
import type { KeyAnswer } from './key-answer.ts';
import styles from './keys.module.css';

type How = 'rotate' | 'end-old' | 'revoke';

/** What can be done with a key that is good: a new secret, the end of the old one, the end of both. */
export function KeyActs({ id, name, secrets }: { id: string; name: string; secrets: number }) {
  const t = useTranslations();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<How>();
  const [answer, setAnswer] = useState<KeyAnswer>();
  const [busy, start] = useTransition();
  const go = (how: How) =>
    start(async () => {
      const told = await change(how, id).catch((): KeyAnswer => ({ wrong: [''] }));
      setAsking(undefined);
      setAnswer('secret' in told ? told : undefined);
      announce(t('wrong' in told ? 'keys.failed' : `keys.done-${how}`));
    });
  return (
    <>
      <div className={styles['acts']} role="group" aria-label={t('keys.actsOf', { name })}>
        <Button
          icon={secrets === 0 ? 'key' : 'refresh'}
          disabled={busy}
          onClick={() => (secrets === 0 ? go('rotate') : setAsking('rotate'))}
        >
          {t(secrets === 0 ? 'keys.issue' : 'keys.rotate')}
        </Button>
        {secrets > 1 && (
          <Button disabled={busy} onClick={() => setAsking('end-old')}>
            {t('keys.end-old')}
          </Button>
        )}
        <Button look="quiet" disabled={busy} onClick={() => setAsking('revoke')}>
          {t('keys.revoke')}
        </Button>
      </div>
      {answer && 'secret' in answer && <SecretOnce secret={answer.secret} />}
      <Dialog
        title={asking ? t(`keys.ask-${asking}`, { name }) : ''}
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
      >
        {asking && (
          <>
            <p>{t(`keys.means-${asking}`)}</p>
            <div className={styles['acts']}>
              <Button look={asking === 'rotate' ? 'primary' : 'brake'} disabled={busy} onClick={() => go(asking)}>
                {t(`keys.${asking}`)}
              </Button>
              <Button look="quiet" onClick={() => setAsking(undefined)}>
                {t('keys.leave')}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}
