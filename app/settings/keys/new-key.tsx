'use client';

import { useActionState, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { keepWritten } from '../keep-written.ts';
import { SecretOnce } from '../secret-once.tsx';
import { create } from './acts.ts';

/** A new key: whose, for what, how far it reaches and until when. */
export function NewKey({
  units,
  scopes,
  modes,
}: {
  units: { value: string; title: string }[];
  scopes: readonly string[];
  modes: readonly string[];
}) {
  const t = useTranslations();
  const [mode, setMode] = useState('test');
  const [answer, submit, busy] = useActionState(create, null);
  const wrong = useMemo(() => (answer && 'wrong' in answer ? answer.wrong : []), [answer]);
  const errors = useMemo(() => wrong.map((field) => ({ field, sentence: t(`keys.wrong-${field}`) })), [wrong, t]);
  const errorOf = (field: string) => (wrong.includes(field) ? t(`keys.wrong-${field}`) : undefined);
  if (answer && 'secret' in answer) return <SecretOnce secret={answer.secret} />;
  if (answer && 'asked' in answer)
    return (
      <Notice icon="hourglass" live>
        {t('keys.asked')}
      </Notice>
    );
  return (
    <Form
      onSubmit={keepWritten(submit)}
      errors={errors}
      errorTitle={t('keys.wrong')}
      actions={
        <Button type="submit" look="primary" disabled={busy}>
          {t('keys.submit')}
        </Button>
      }
    >
      <Field label={t('keys.name')} hint={t('keys.nameHint')} name="name" id="name" error={errorOf('name')} required />
      <Select label={t('keys.unit')} name="unitId" id="unitId" choices={units} error={errorOf('unitId')} />
      <Choices
        label={t('keys.reach')}
        name="mode"
        chosen={[mode]}
        onChoose={([chosen = 'test']) => setMode(chosen)}
        options={modes.map((one) => ({
          value: one,
          title: t(`keys.mode-${one}`),
          means: t(`keys.modeMeans-${one}`),
        }))}
        error={errorOf('mode')}
      />
      <Choices
        label={t('keys.scopes')}
        name="scopes"
        kind="many"
        options={scopes.map((scope) => ({ value: scope, title: t(`keys.scope-${scope}`) }))}
        error={errorOf('scopes')}
      />
      <Field
        label={t('keys.days')}
        hint={t('keys.daysHint')}
        name="days"
        id="days"
        type="number"
        min={1}
        max={730}
        defaultValue={365}
        error={errorOf('days')}
      />
      {mode !== 'test' && (
        <Field
          label={t('keys.reason')}
          hint={t('keys.twoPeople')}
          name="reason"
          id="reason"
          error={errorOf('reason')}
          required
        />
      )}
    </Form>
  );
}
