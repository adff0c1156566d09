'use client';

import { useTranslations } from 'use-intl/react';
import { Choices } from '#ui/choices.tsx';
import { Field } from '#ui/field.tsx';

export type WebhookValues = { name: string; url: string; hears: string; events: string[]; citizenRefs: boolean };

/** The fields of a webhook, new or changed. */
export function WebhookFields({
  values,
  types,
  wrong,
}: {
  values: WebhookValues;
  types: readonly string[];
  wrong: readonly string[];
}) {
  const t = useTranslations();
  const errorOf = (field: string) => (wrong.includes(field) ? t(`webhooks.wrong-${field}`) : undefined);
  return (
    <>
      <Field
        label={t('webhooks.name')}
        name="name"
        id="name"
        defaultValue={values.name}
        error={errorOf('name')}
        required
      />
      <Field
        label={t('webhooks.url')}
        hint={t('webhooks.urlHint')}
        name="url"
        id="url"
        type="url"
        defaultValue={values.url}
        error={errorOf('url')}
        required
      />
      <Choices
        label={t('webhooks.events')}
        name="events"
        kind="many"
        chosen={values.events}
        options={types.map((type) => ({ value: type, title: t(`webhookEvent.${type}`), means: <code>{type}</code> }))}
        error={errorOf('events')}
      />
      <Choices
        label={t('webhooks.hears')}
        name="hears"
        chosen={[values.hears]}
        options={['live', 'drill'].map((hears) => ({ value: hears, title: t(`webhooks.hears-${hears}`) }))}
      />
      <Choices
        label={t('webhooks.refs')}
        name="citizenRefs"
        kind="many"
        chosen={values.citizenRefs ? ['yes'] : []}
        options={[{ value: 'yes', title: t('webhooks.refsYes'), means: t('webhooks.refsMeans') }]}
      />
    </>
  );
}
