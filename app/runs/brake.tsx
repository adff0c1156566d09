'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import styles from './brake.module.css';

export type Act = 'pause' | 'resume' | 'stop';
/** Braking and going on again are two permissions. */
export type MayBrake = { brake: boolean; resume: boolean };

/**
 * The brake: one click from wherever a run is shown. Pausing is done at once and asks why afterwards; what cannot be undone
 * is asked about first, without waiting for words. Only what the official may do is offered; `asking` is asked from the
 * start, for who came from the search.
 */
export function Brake({
  run,
  inside,
  may,
  asking,
}: {
  run: { id: string; status: RunProgress['status']; pausedAt: string | null };
  inside: number;
  may: MayBrake;
  asking?: Act | undefined;
}) {
  const t = useTranslations();
  const announce = useAnnounce();
  const router = useRouter();
  const [act, setAct] = useState(asking);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Act>();
  const paused = run.pausedAt !== null;
  const runs = ['approved', 'enrolling', 'open'].includes(run.status);
  // Once it is stopped there is nothing to brake, but there may still be something to say about it.
  if (why === undefined && (!runs || !(may.brake || may.resume))) return null;
  const close = () => {
    setAct(undefined);
    setProblem(undefined);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!act) return;
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    await pull(act, reason);
  };
  const pull = async (now: Act, reason = '') => {
    if (busy) return;
    setBusy(true);
    const refused = await send(`${run.id}/${now}`, reason === '' ? {} : { reason });
    setBusy(false);
    if (refused !== undefined) {
      setAct(now);
      return setProblem(refused || t('brake.failed'));
    }
    announce(t(`brake.done-${now}`));
    close();
    if (reason === '' && now !== 'resume') setWhy(now);
    // The strip above and the lists around tell of this run too.
    router.refresh();
  };
  const explain = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    if (reason.length < 3) return setProblem(t('brake.reasonNeeded'));
    const refused = await send(`${run.id}/reason`, { of: why, reason });
    if (refused !== undefined) return setProblem(refused || t('brake.failed'));
    announce(t('brake.explained'));
    leaveWhy();
  };
  const leaveWhy = () => {
    setWhy(undefined);
    setProblem(undefined);
  };
  return (
    <div className={styles['brake']} role="group" aria-label={t('brake.label')}>
      {/* One button before and after, and never disabled: the focus that pressed it comes back to it. */}
      {runs && (paused ? may.resume : may.brake) && (
        <Button
          look={paused ? 'primary' : 'brake'}
          icon={paused ? 'play' : 'pause'}
          onClick={() => (paused ? setAct('resume') : void pull('pause'))}
          aria-disabled={busy}
        >
          {t(paused ? 'brake.resume' : 'brake.pause')}
        </Button>
      )}
      {runs && may.brake && (
        <Button icon="stop" onClick={() => setAct('stop')}>
          {t('brake.stop')}
        </Button>
      )}
      <Dialog title={act ? t(`brake.title-${act}`) : ''} open={act !== undefined} onClose={close}>
        {act && (
          <form className={styles['form']} onSubmit={submit} noValidate>
            <p>{t(`brake.means-${act}`, { n: inside })}</p>
            <Field
              name="reason"
              label={t('brake.reasonMaybe')}
              error={problem}
              maxLength={500}
              autoComplete="off"
              autoFocus
            />
            <div className={styles['buttons']}>
              <Button type="submit" look={act === 'resume' ? 'primary' : 'brake'} disabled={busy}>
                {t(`brake.${act}`)}
              </Button>
              <Button look="quiet" onClick={close}>
                {t('brake.leave')}
              </Button>
            </div>
          </form>
        )}
      </Dialog>
      <Dialog title={t('brake.why')} open={why !== undefined} onClose={leaveWhy}>
        {why && (
          <form className={styles['form']} onSubmit={(event) => void explain(event)} noValidate>
            <p>{t(`brake.done-${why}`)}</p>
            <Field
              name="reason"
              label={t('brake.reason')}
              error={problem}
              maxLength={500}
              autoComplete="off"
              autoFocus
            />
            <div className={styles['buttons']}>
              <Button type="submit" look="primary">
                {t('brake.noteWhy')}
              </Button>
              <Button look="quiet" onClick={leaveWhy}>
                {t('brake.later')}
              </Button>
            </div>
          </form>
        )}
      </Dialog>
    </div>
  );
}

/** Undefined when done; otherwise the server's sentence about why not, or '' when it gave none. */
async function send(path: string, body: object): Promise<string | undefined> {
  try {
    const response = await fetch(`/api/runs/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return undefined;
    const problem: unknown = await response.json().catch(() => undefined);
    return typeof problem === 'object' && problem !== null && 'detail' in problem ? String(problem.detail) : '';
  } catch {
    return '';
  }
}
