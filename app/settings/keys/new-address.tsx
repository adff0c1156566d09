'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { keepWritten } from '../keep-written.ts';
import styles from './keys.module.css';
import { addAddress } from './team-acts.ts';

/** Adds an address to the team; a code goes there within a minute. */
export function NewAddress({ units }: { units: { value: string; title: string }[] }) {
  const t = useTranslations();
  const [answer, submit, busy] = useActionState(addAddress, null);
  return (
    <form onSubmit={keepWritten(submit)} className={styles['code']}>
      <Field
        label={t('team.address')}
        hint={t('team.addressHint')}
        name="address"
        error={answer && 'wrong' in answer ? t('team.wrongAddress') : undefined}
      />
      {units.length > 1 ? (
        <Select label={t('keys.unit')} name="unitId" choices={units} />
      ) : (
        <input type="hidden" name="unitId" value={units[0]?.value} />
      )}
      <Button type="submit" disabled={busy}>
        {t('team.add')}
      </Button>
      {answer && 'done' in answer && <p role="status">{t('team.added')}</p>}
    </form>
  );
}
