'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FollowUpKind } from '#engine/journey.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import styles from './run-office.module.css';

type Prepared = { kind: string; language: string; where: string; body: string };

/** The correction and the all-clear: one person, one click, and for real the number of people typed. The words were signed before. */
export function FollowUps({
  runId,
  kinds,
  people,
  drill,
  texts,
}: {
  runId: string;
  kinds: FollowUpKind[];
  people: number;
  drill: boolean;
  texts: Prepared[];
}) {
  const t = useTranslations();
  const announce = useAnnounce();
  const router = useRouter();
  const [kind, setKind] = useState<FollowUpKind>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const close = () => {
    setKind(undefined);
    setProblem(undefined);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!kind) return;
    const typed = String(new FormData(event.currentTarget).get('typed') ?? '').replace(/[\s.,’']/g, '');
    if (!drill && typed !== String(people)) return setProblem(t('launch.typeWrong'));
    setBusy(true);
    const told = await send(runId, { kind, people });
    setBusy(false);
    if (typeof told === 'string') return setProblem(told || t('brake.failed'));
    announce(t(`followUp.done-${kind}`));
    close();
    router.push(`/runs/${told.id}`);
  };
  return (
    <>
      {kinds.map((one) => (
        <Button key={one} icon={one === 'all-clear' ? 'check' : 'pencil'} onClick={() => setKind(one)}>
          {t(`followUp.${one}`)}
        </Button>
      ))}
      <Dialog title={kind ? t(`followUp.${kind}`) : ''} open={kind !== undefined} onClose={close}>
        {kind && (
          <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
            <p>{t(`followUp.means-${kind}`, { n: people })}</p>
            <ul className={styles['texts']} tabIndex={0} aria-label={t('followUp.words')}>
              {texts
                .filter((text) => text.kind === kind)
                .map(({ where, language, body }) => (
                  <li key={where}>
                    <span>{where}</span>
                    <p lang={language}>{body}</p>
                  </li>
                ))}
            </ul>
            {!drill && (
              <Field
                name="typed"
                label={t('followUp.type', { n: people })}
                hint={t('launch.typeHint', { typed: String(people) })}
                error={problem}
                inputMode="numeric"
                autoComplete="off"
                autoFocus
              />
            )}
            {drill && problem && <p role="alert">{problem}</p>}
            <div className={styles['acts']}>
              <Button type="submit" look="primary" disabled={busy}>
                {t(`followUp.send-${kind}`)}
              </Button>
              <Button look="quiet" onClick={close}>
                {t('brake.leave')}
              </Button>
            </div>
          </form>
        )}
      </Dialog>
    </>
  );
}

/** The run that was sent, or the server's sentence about why not ('' when it gave none). */
async function send(runId: string, body: object): Promise<{ id: string } | string> {
  try {
    const response = await fetch(`/api/runs/${runId}/follow-ups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const told = (await response.json().catch(() => ({}))) as { id?: string; detail?: string }; // our own door
    return response.ok && told.id !== undefined ? { id: told.id } : (told.detail ?? '');
  } catch {
    return '';
  }
}
