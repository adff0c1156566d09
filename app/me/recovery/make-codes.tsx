'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { errorsOf, type FormState, untouched } from '../../form-state.ts';
import { makeRecoveryCodes } from './acts.ts';
import { Codes } from './codes.tsx';

/** Makes new codes and shows them once. */
export function MakeCodes({ withPassword }: { withPassword: boolean }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(makeRecoveryCodes, untouched as FormState & { codes?: string[] });
  const of = errorsOf(state);
  return (
    <>
      {state.codes && <Codes codes={state.codes} />}
      <Form
        action={action}
        errors={state.errors}
        errorTitle={t('form.wrong')}
        actions={
          <Button type="submit" disabled={busy}>
            {t('me.makeCodes')}
          </Button>
        }
      >
        {withPassword && (
          <PasswordField
            id="recovery-password"
            name="password"
            label={t('me.passwordNow')}
            show={t('signIn.show')}
            autoComplete="current-password"
            error={of('recovery-password')}
          />
        )}
      </Form>
    </>
  );
}
