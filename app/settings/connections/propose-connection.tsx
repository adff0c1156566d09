'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { slugFrom } from '#designer/controls/read-value.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { Field } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { TagList } from '#ui/tag-list.tsx';
import { propose } from './acts.ts';

const empty = {
  name: '',
  url: 'https://',
  testUrl: '',
  methods: ['POST'],
  sends: [] as string[],
  header: '',
  secret: '',
};

/** What a new connection is to be. Its credential goes to the server and is never shown again. */
export function ProposeConnection({ facts }: { facts: { key: string; title: string }[] }) {
  const t = useTranslations();
  const announce = useAnnounce();
  const [form, setForm] = useState(empty);
  const [errors, setErrors] = useState<{ field: string; sentence: string }[]>([]);
  // It stands where the button was that brought it.
  useEffect(() => document.getElementById('connection-name')?.focus(), []);
  const set = (change: Partial<typeof empty>) => setForm((before) => ({ ...before, ...change }));
  const send = async () => {
    const { name, url, testUrl, methods, sends, header, secret } = form;
    const answer = await propose({
      slug: slugFrom(name, [], 'conexion'),
      name,
      url,
      ...(testUrl.trim() === '' ? {} : { testUrl }),
      methods,
      sends,
      headers: header.trim() === '' ? {} : { [header.trim()]: secret },
    });
    if (!answer.ok)
      return setErrors(
        answer.errors.map(({ field, code }) => ({
          field: `connection-${field}`,
          sentence: t.has(`connections.wrong-${code}`)
            ? t(`connections.wrong-${code}`)
            : t(`connections.wrong-${field}`),
        })),
      );
    setErrors([]);
    setForm(empty);
    announce(t('connections.proposed'));
  };
  const error = (field: string) => errors.find((one) => one.field === `connection-${field}`)?.sentence;
  return (
    <Form
      errors={errors}
      errorTitle={t('connections.wrong')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      actions={
        <Button look="primary" type="submit">
          {t('connections.propose')}
        </Button>
      }
    >
      <Field
        id="connection-name"
        label={t('connections.name')}
        error={error('name') ?? error('slug')}
        value={form.name}
        onChange={({ target }) => set({ name: target.value })}
      />
      <Field
        id="connection-url"
        label={t('connections.url')}
        hint={t('connections.urlHint')}
        error={error('url')}
        value={form.url}
        onChange={({ target }) => set({ url: target.value })}
      />
      <Field
        id="connection-testUrl"
        label={t('connections.testUrl')}
        hint={t('connections.testHint')}
        error={error('testUrl')}
        value={form.testUrl}
        onChange={({ target }) => set({ testUrl: target.value })}
      />
      <Choices
        label={t('connections.methods')}
        name="connection-methods"
        kind="many"
        options={['GET', 'POST', 'PUT'].map((value) => ({ value, title: t(`connections.method-${value}`) }))}
        chosen={form.methods}
        onChoose={(methods) => set({ methods })}
        error={error('methods')}
      />
      <TagList
        label={t('connections.sends')}
        tags={form.sends.map((fact) => ({ key: fact, title: facts.find(({ key }) => key === fact)?.title ?? fact }))}
        onRemove={(fact) => set({ sends: form.sends.filter((other) => other !== fact) })}
        empty={t('connections.nothing')}
        words={{ remove: t('connections.take') }}
      />
      <Combobox
        label={t('connections.addFact')}
        options={facts.filter(({ key }) => !form.sends.includes(key))}
        chosen={null}
        onChoose={(fact) => set({ sends: [...form.sends, fact] })}
        empty={t('connections.noFact')}
        words={{ open: t('control.open'), found: (n) => t('connections.factsFound', { n }) }}
      />
      <Field
        id="connection-headers"
        label={t('connections.header')}
        hint={t('connections.headerHint')}
        error={error('headers')}
        value={form.header}
        autoComplete="off"
        onChange={({ target }) => set({ header: target.value })}
      />
      <Field
        label={t('connections.secret')}
        type="password"
        value={form.secret}
        autoComplete="off"
        onChange={({ target }) => set({ secret: target.value })}
      />
    </Form>
  );
}
