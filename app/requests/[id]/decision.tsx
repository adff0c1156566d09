'use client';

import { startAuthentication } from '@simplewebauthn/browser';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { sendDecision } from '../send-decision.ts';
import styles from './decision.module.css';
import type { DecisionProps } from './decision-for.ts';

type Declining = 'return' | 'reject' | 'withdraw';

/**
 * The decision at the thumb: the signature is the browser's own window over the hash of what stands above, so that nothing
 * else can be signed by it; returning and rejecting ask why.
 */
export function Decision({ id, hash, sign, why, canReturn, canWithdraw, canAskAgain }: DecisionProps) {
  const t = useTranslations();
  const announce = useAnnounce();
  const router = useRouter();
  const [declining, setDeclining] = useState<Declining>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  if (!sign && !why && !canReturn && !canWithdraw && !canAskAgain) return null;
  const done = (told: { ok: true; run: string | null } | { ok: false; why: string }, said: string) => {
    setBusy(false);
    if (!told.ok) return setProblem(told.why || t('request.failed'));
    announce(said);
    setDeclining(undefined);
    setProblem(undefined);
    if (told.run) router.push(`/runs/${told.run}`);
    router.refresh();
  };
  const signNow = async () => {
    if (!sign || !hash) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const assertion = await startAuthentication({ optionsJSON: sign });
      done(await sendDecision(id, 'approve', { hash, assertion }), t('request.signed'));
    } catch (error) {
      setBusy(false);
      const name = error instanceof Error ? error.name : '';
      setProblem(t(name === 'SecurityError' ? 'request.signAddress' : 'request.signLeft'));
    }
  };
  const decline = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!declining) return;
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    if (declining !== 'withdraw' && reason.length < 3) return setProblem(t('request.reasonNeeded'));
    setBusy(true);
    done(await sendDecision(id, declining, reason === '' ? {} : { reason }), t(`request.done-${declining}`));
  };
  const leave = () => {
    setDeclining(undefined);
    setProblem(undefined);
  };
  return (
    <div className={styles['bar']} role="group" aria-label={t('request.decide')}>
      {why && (
        <p className={styles['why']}>
          {t(`request.cannot-${why}`)}{' '}
          {why === 'no-key' && <Link href="/me?need=passkey">{t('request.registerKey')}</Link>}
        </p>
      )}
      {problem && !declining && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      <div className={styles['buttons']}>
        {sign && (
          <Button look="primary" icon="key" onClick={() => void signNow()} disabled={busy}>
            {t('request.sign')}
          </Button>
        )}
        {canReturn && (
          <Button icon="left" onClick={() => setDeclining('return')}>
            {t('request.return')}
          </Button>
        )}
        {canReturn && (
          <Button look="quiet" onClick={() => setDeclining('reject')}>
            {t('request.reject')}
          </Button>
        )}
        {canAskAgain && (
          <Link href={`/launch?request=${id}`} className={buttonClass('primary')}>
            {t('request.correct')}
          </Link>
        )}
        {canWithdraw && (
          <Button look="quiet" onClick={() => setDeclining('withdraw')}>
            {t('request.withdraw')}
          </Button>
        )}
      </div>
      <Dialog title={declining ? t(`request.title-${declining}`) : ''} open={declining !== undefined} onClose={leave}>
        {declining && (
          <form className={styles['form']} onSubmit={(event) => void decline(event)} noValidate>
            <p>{t(`request.means-${declining}`)}</p>
            {declining !== 'withdraw' && (
              <TextArea name="reason" label={t('request.reason')} error={problem} maxLength={500} rows={3} autoFocus />
            )}
            <div className={styles['buttons']}>
              <Button type="submit" look="primary" disabled={busy}>
                {t(`request.${declining}`)}
              </Button>
              <Button look="quiet" onClick={leave}>
                {t('brake.leave')}
              </Button>
            </div>
          </form>
        )}
      </Dialog>
    </div>
  );
}
