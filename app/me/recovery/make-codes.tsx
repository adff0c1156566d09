'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/field.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { type FormState, untouched } from '../../form-state.ts';
import { useErrors } from '../../use-errors.ts';
import styles from '../me.module.css';
import { makeRecoveryCodes } from './acts.ts';
import { Codes } from './codes.tsx';

/** Makes new codes and shows them once. */
export function MakeCodes({ withPassword }: { withPassword: boolean }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(makeRecoveryCodes, untouched as FormState & { codes?: string[] });
  const { summary, of } = useErrors(state);
  return (
    <>
      {state.codes && <Codes codes={state.codes} />}
      <form action={action} className={styles['form']} noValidate>
        {state.errors.length > 0 && <ErrorSummary ref={summary} title={t('form.wrong')} errors={state.errors} />}
        {withPassword && (
          <PasswordField
            id="recovery-password"
            name="password"
            label={t('me.passwordNow')}
            show={t('signIn.show')}
            autoComplete="current-password"
            error={of('password')}
          />
        )}
        <Button type="submit" disabled={busy}>
          {t('me.makeCodes')}
        </Button>
      </form>
    </>
  );
}
