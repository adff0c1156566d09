'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { errorsOf, untouched } from '../../../form-state.ts';
import { welcome } from './welcome.ts';

/** A password; from the first administrator also who they are and, where there is no unit, which they found. */
export function WelcomeForm({ token, email, founding }: { token: string; email: string | null; founding: boolean }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(welcome, untouched);
  const of = errorsOf(state);
  const kept = state.kept ?? {};
  return (
    <Form
      action={action}
      errors={state.errors}
      errorTitle={t('form.wrong')}
      actions={
        <Button type="submit" look="primary" disabled={busy}>
          {t('welcome.enter')}
        </Button>
      }
    >
      <input type="hidden" name="token" value={token} />
      {founding && (
        <>
          <Field
            id="unit"
            name="unit"
            label={t('welcome.unit')}
            hint={t('welcome.unitHint')}
            defaultValue={kept['unit']}
            error={of('unit')}
            maxLength={120}
            autoComplete="organization"
          />
          <Field
            id="dir3"
            name="dir3"
            label={t('welcome.dir3')}
            hint={t('welcome.dir3Hint')}
            defaultValue={kept['dir3']}
            error={of('dir3')}
            maxLength={9}
            autoComplete="off"
          />
        </>
      )}
      {email === null && (
        <Field
          id="name"
          name="name"
          label={t('welcome.name')}
          defaultValue={kept['name']}
          error={of('name')}
          maxLength={120}
          autoComplete="name"
        />
      )}
      <Field
        id="email"
        name="email"
        type="email"
        label={t('signIn.email')}
        readOnly={email !== null}
        defaultValue={email ?? kept['email']}
        error={of('email')}
        maxLength={200}
        autoComplete="username"
      />
      <PasswordField
        id="password"
        name="password"
        label={t('signIn.password')}
        hint={t('password.hint')}
        show={t('signIn.show')}
        autoComplete="new-password"
        error={of('password')}
      />
    </Form>
  );
}
