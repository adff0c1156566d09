'use client';

import { useActionState, useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { Select } from '#ui/select.tsx';
import { CalmLink as Link } from '../../calm-link.tsx';
import { keepWritten } from '../keep-written.ts';
import { SecretOnce } from '../secret-once.tsx';
import { create } from './acts.ts';
import { WebhookFields } from './webhook-fields.tsx';

/** A new webhook; its secret is shown once it is made. */
export function NewWebhook({ units, types }: { units: { value: string; title: string }[]; types: readonly string[] }) {
  const t = useTranslations();
  const [answer, submit, busy] = useActionState(create, null);
  const wrong = useMemo(() => (answer && 'wrong' in answer ? answer.wrong : []), [answer]);
  const errors = useMemo(() => wrong.map((field) => ({ field, sentence: t(`webhooks.wrong-${field}`) })), [wrong, t]);
  if (answer && 'secret' in answer)
    return (
      <>
        <SecretOnce secret={answer.secret} />
        <Link href={`/settings/webhooks/${answer.id}`}>{t('webhooks.goOn')}</Link>
      </>
    );
  return (
    <Form
      onSubmit={keepWritten(submit)}
      errors={errors}
      errorTitle={t('webhooks.wrong')}
      actions={
        <Button type="submit" look="primary" disabled={busy}>
          {t('webhooks.create')}
        </Button>
      }
    >
      <Select label={t('keys.unit')} name="unitId" id="unitId" choices={units} />
      <WebhookFields values={empty} types={types} wrong={wrong} />
    </Form>
  );
}

const empty = { name: '', url: '', hears: 'live', events: [], citizenRefs: false };
