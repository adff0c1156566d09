'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, Field } from '#ui/field.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { untouched } from '../form-state.ts';
import { useErrors } from '../use-errors.ts';
import { enter } from './enter.ts';
import styles from './form.module.css';

/** E-mail and password. Works without script too; with it, what was wrong is announced and takes the focus. */
export function PasswordForm({ to }: { to: string }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(enter, untouched);
  const { summary, of } = useErrors(state);
  return (
    <form action={action} className={styles['form']} noValidate>
      {state.errors.length > 0 && <ErrorSummary ref={summary} title={t('form.wrong')} errors={state.errors} />}
      <input type="hidden" name="to" value={to} />
      <Field
        id="email"
        name="email"
        type="email"
        label={t('signIn.email')}
        autoComplete="username webauthn"
        defaultValue={state.kept?.['email']}
        error={of('email')}
        required
      />
      <PasswordField
        id="password"
        name="password"
        label={t('signIn.password')}
        show={t('signIn.show')}
        autoComplete="current-password"
        error={of('password')}
        required
      />
      <Button type="submit" look="primary" disabled={busy}>
        {t('signIn.enter')}
      </Button>
    </form>
  );
}
