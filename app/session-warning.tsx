'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button, buttonClass } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import type { SessionLeft } from './session-left.ts';
import styles from './session-warning.module.css';

/**
 * Says that the session is about to end and how to go on: by one button, or, at its absolute limit, by signing in again in
 * another window, so that what is on this page stays as it is.
 */
export function SessionWarning({
  left,
  onStay,
  onClose,
}: {
  left: SessionLeft;
  onStay: () => void;
  onClose: () => void;
}) {
  const t = useTranslations();
  const seconds = useSecondsLeft(left);
  const final = left.endsMs - left.idleMs < 1_000;
  return (
    <Dialog title={t('session.ending')} open onClose={final ? onClose : onStay}>
      <div className={styles['warning']}>
        <p>{t(final ? 'session.endsAtLast' : 'session.idle', { minutes: Math.max(1, Math.ceil(seconds / 60)) })}</p>
        <p>{t('session.kept')}</p>
        <div className={styles['buttons']}>
          {final ? (
            <a href="/sign-in" target="_blank" rel="noreferrer" className={buttonClass('primary')} onClick={onClose}>
              {t('session.signInAgain')}
            </a>
          ) : (
            <Button look="primary" onClick={onStay} autoFocus>
              {t('session.stay')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** Whole minutes only reach the words, so that a screen reader is not told every second. */
function useSecondsLeft({ idleMs }: SessionLeft): number {
  const [seconds, setSeconds] = useState(Math.ceil(idleMs / 1_000));
  useEffect(() => {
    const end = Date.now() + idleMs;
    const ticking = setInterval(() => setSeconds(Math.max(0, Math.ceil((end - Date.now()) / 1_000))), 5_000);
    return () => clearInterval(ticking);
  }, [idleMs]);
  return seconds;
}
