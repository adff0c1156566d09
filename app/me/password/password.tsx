'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { Panel } from '#ui/panel.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { errorsOf, type FormState, untouched } from '../../form-state.ts';
import { changePassword } from './acts.ts';

/** Changing the password; every other session ends with it. */
export function Password() {
  const t = useTranslations();
  const [state, action, busy] = useActionState(changePassword, untouched as FormState & { done?: boolean });
  const of = errorsOf(state);
  return (
    <Panel title={t('me.password')} id="password-panel">
      <Form
        action={action}
        errors={state.errors}
        errorTitle={t('form.wrong')}
        actions={
          <Button type="submit" disabled={busy}>
            {t('me.changePassword')}
          </Button>
        }
      >
        {state.done && <p role="status">{t('me.passwordChanged')}</p>}
        <PasswordField
          id="password"
          name="password"
          label={t('me.passwordNow')}
          show={t('signIn.show')}
          autoComplete="current-password"
          error={of('password')}
        />
        <PasswordField
          id="fresh"
          name="fresh"
          label={t('me.passwordNew')}
          hint={t('password.hint')}
          show={t('signIn.show')}
          autoComplete="new-password"
          error={of('fresh')}
        />
      </Form>
    </Panel>
  );
}
