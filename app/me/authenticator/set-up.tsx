'use client';

import { useRouter } from 'next/navigation';
import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { errorsOf, type FormState, untouched } from '../../form-state.ts';
import styles from '../me.module.css';
import { Codes } from '../recovery/codes.tsx';
import { confirmAuthenticator, prepareAuthenticator, type Setup } from './acts.ts';

/** Prepares an authenticator in two steps: the picture to point it at, and the first code it shows. */
export function SetUp({ withPassword }: { withPassword: boolean }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(prepareAuthenticator, untouched as FormState & { setup?: Setup });
  const of = errorsOf(state);
  if (state.setup) return <Confirm setup={state.setup} />;
  return (
    <Form
      action={action}
      errors={state.errors}
      errorTitle={t('form.wrong')}
      actions={
        <Button type="submit" disabled={busy}>
          {t('me.prepareAuthenticator')}
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

function Confirm({ setup }: { setup: Setup }) {
  const t = useTranslations();
  const router = useRouter();
  const [state, action, busy] = useActionState(confirmAuthenticator, untouched as FormState & { done?: boolean });
  const of = errorsOf(state);
  if (state.done)
    return (
      <>
        <p role="status">{t('me.authenticatorDone')}</p>
        <Codes codes={setup.codes} />
        <Button look="primary" onClick={() => router.refresh()}>
          {t('me.codesKept')}
        </Button>
      </>
    );
  return (
    <Form
      action={action}
      errors={state.errors}
      errorTitle={t('form.wrong')}
      actions={
        <Button type="submit" look="primary" disabled={busy}>
          {t('me.confirmAuthenticator')}
        </Button>
      }
    >
      <p>{t('me.pointAt')}</p>
      <img className={styles['picture']} alt={t('me.picture')} src={setup.picture} />
      <p>
        {t('me.orType')} <code className={styles['secret']}>{setup.secret}</code>
      </p>
      <Field
        id="code"
        name="code"
        label={t('signIn.code-totp')}
        hint={t('signIn.codeHint-totp')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        error={of('code')}
      />
    </Form>
  );
}
