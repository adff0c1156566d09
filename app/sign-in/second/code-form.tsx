'use client';

import { useActionState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { errorsOf, untouched } from '../../form-state.ts';
import { giveCode } from './give-code.ts';

/** Six figures of an authenticator, or a recovery code. */
export function CodeForm({ to, kind }: { to: string; kind: 'totp' | 'recovery' }) {
  const t = useTranslations();
  const [state, action, busy] = useActionState(giveCode, untouched);
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
      <input type="hidden" name="kind" value={kind} />
      <Field
        id="code"
        name="code"
        label={t(`signIn.code-${kind}`)}
        hint={t(`signIn.codeHint-${kind}`)}
        inputMode={kind === 'totp' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        error={of('code')}
        required
      />
    </Form>
  );
}
