'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { errorsOf, untouched } from '../../form-state.ts';
import { dropAuthenticator } from './acts.ts';

/** Forgets the authenticator, with the password. */
export function DropAuthenticator({ withPassword }: { withPassword: boolean }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(dropAuthenticator, untouched);
  const of = errorsOf(state);
  return (
    <Form
      action={action}
      errors={state.errors}
      errorTitle={t('form.wrong')}
      actions={
        <Button type="submit" look="quiet" disabled={busy}>
          {t('me.dropAuthenticator')}
        </Button>
      }
    >
      {withPassword && (
        <PasswordField
          id="authenticator-password"
          name="password"
          label={t('me.passwordNow')}
          show={t('signIn.show')}
          autoComplete="current-password"
          error={of('authenticator-password')}
        />
      )}
    </Form>
  );
}
