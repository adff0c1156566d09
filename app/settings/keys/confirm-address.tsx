'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { keepWritten } from '../keep-written.ts';
import styles from './keys.module.css';
import { confirmAddress } from './team-acts.ts';

/** Where the code that came to an address is typed. */
export function ConfirmAddress({ id, unitId, sent }: { id: string; unitId: string; sent: boolean }) {
  const t = useTranslations();
  const [answer, submit, busy] = useActionState(confirmAddress, null);
  if (!sent) return <span>{t('team.waiting')}</span>;
  return (
    <form onSubmit={keepWritten(submit)} className={styles['code']}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="unitId" value={unitId} />
      <Field
        label={t('team.code')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        error={answer && 'wrong' in answer ? t('team.wrongCode') : undefined}
      />
      <Button type="submit" disabled={busy}>
        {t('team.confirm')}
      </Button>
    </form>
  );
}
