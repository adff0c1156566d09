'use client';

import { useRouter } from 'next/navigation';
import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, Field } from '#ui/field.tsx';
import { PasswordField } from '#ui/password-field.tsx';
import { type FormState, untouched } from '../../form-state.ts';
import { useErrors } from '../../use-errors.ts';
import styles from '../me.module.css';
import { Codes } from '../recovery/codes.tsx';
import { confirmAuthenticator, prepareAuthenticator, type Setup } from './acts.ts';

/** Prepares an authenticator in two steps: the picture to point it at, and the first code it shows. */
export function SetUp({ withPassword }: { withPassword: boolean }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(prepareAuthenticator, untouched as FormState & { setup?: Setup });
  const { summary, of } = useErrors(state);
  if (state.setup) return <Confirm setup={state.setup} />;
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
      <Button type="submit" disabled={busy}>
        {t('me.prepareAuthenticator')}
      </Button>
    </form>
  );
}

function Confirm({ setup }: { setup: Setup }) {
  const t = useTranslations();
  const router = useRouter();
  const [state, action, busy] = useActionState(confirmAuthenticator, untouched as FormState & { done?: boolean });
  const { summary, of } = useErrors(state);
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
    <form action={action} className={styles['form']} noValidate>
      {state.errors.length > 0 && <ErrorSummary ref={summary} title={t('form.wrong')} errors={state.errors} />}
      <p>{t('me.pointAt')}</p>
      {/* Drawn by our own server from our own address: nothing in it comes from outside. */}
      <div
        className={styles['picture']}
        role="img"
        aria-label={t('me.picture')}
        dangerouslySetInnerHTML={{ __html: setup.picture }}
      />
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
      <Button type="submit" look="primary" disabled={busy}>
        {t('me.confirmAuthenticator')}
      </Button>
    </form>
  );
}
