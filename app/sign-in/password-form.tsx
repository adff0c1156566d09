'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { errorsOf, untouched } from '../form-state.ts';
import { enter } from './enter.ts';

/** E-mail and password. Works without script too; with it, what was wrong is announced and takes the focus. */
export function PasswordForm({ to }: { to: string }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(enter, untouched);
  const of = errorsOf(state);
  return (
    <Form
      action={action}
      errors={state.errors}
      errorTitle={t('form.wrong')}
      actions={
        <Button type="submit" look="primary" disabled={busy}>
          {t('signIn.enter')}
        </Button>
      }
    >
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
    </Form>
  );
}
