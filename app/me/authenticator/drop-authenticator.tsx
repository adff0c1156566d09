'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/field.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { untouched } from '../../form-state.ts';
import { useErrors } from '../../use-errors.ts';
import styles from '../me.module.css';
import { dropAuthenticator } from './acts.ts';

/** Forgets the authenticator, with the password. */
export function DropAuthenticator({ withPassword }: { withPassword: boolean }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(dropAuthenticator, untouched);
  const { summary, of } = useErrors(state);
  return (
    <form action={action} className={styles['form']} noValidate>
      {state.errors.length > 0 && <ErrorSummary ref={summary} title={t('form.wrong')} errors={state.errors} />}
      {withPassword && (
        <PasswordField
          id="authenticator-password"
          name="password"
          label={t('me.passwordNow')}
          show={t('signIn.show')}
          autoComplete="current-password"
          error={of('password')}
        />
      )}
      <Button type="submit" look="quiet" disabled={busy}>
        {t('me.dropAuthenticator')}
      </Button>
    </form>
  );
}
