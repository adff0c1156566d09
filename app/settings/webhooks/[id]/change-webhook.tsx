'use client';

import { useActionState, useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import { keepWritten } from '../../keep-written.ts';
import { change } from '../acts.ts';
import { WebhookFields, type WebhookValues } from '../webhook-fields.tsx';

/** What a webhook hears and where it is told, to be changed. */
export function ChangeWebhook({ id, values, types }: { id: string; values: WebhookValues; types: readonly string[] }) {
  const t = useTranslations();
  const [answer, submit, busy] = useActionState(change.bind(null, id), null);
  const wrong = useMemo(() => (answer && 'wrong' in answer ? answer.wrong : []), [answer]);
  const errors = useMemo(() => wrong.map((field) => ({ field, sentence: t(`webhooks.wrong-${field}`) })), [wrong, t]);
  return (
    <Form
      onSubmit={keepWritten(submit)}
      errors={errors}
      errorTitle={t('webhooks.wrong')}
      actions={
        <Button type="submit" disabled={busy}>
          {t('webhooks.save')}
        </Button>
      }
    >
      <WebhookFields values={values} types={types} wrong={wrong} />
      {answer && 'done' in answer && <p role="status">{t('webhooks.saved')}</p>}
    </Form>
  );
}
