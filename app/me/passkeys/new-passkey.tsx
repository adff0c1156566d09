'use client';

import { startRegistration } from '@simplewebauthn/browser';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useAnnounce } from '#ui/announcer.tsx';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import styles from '../me.module.css';
import { addPasskey, askNewPasskey } from './acts.ts';

/** Registers a key: its name here, the rest in the browser's own window. */
export function NewPasskey() {
  const t = useTranslations();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const register = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '');
    setBusy(true);
    const refused = await make(name).catch((error: unknown) => {
      if (error instanceof Error && sentences[error.name]) return t(`me.${sentences[error.name]}`);
      throw error;
    });
    setBusy(false);
    setProblem(refused);
    if (refused !== undefined) return;
    form.reset();
    announce(t('me.passkeyAdded'));
  };
  return (
    <form onSubmit={(event) => void register(event)} className={styles['form']} noValidate>
      <Field
        name="name"
        label={t('me.newPasskey')}
        hint={t('me.newPasskeyHint')}
        error={problem}
        maxLength={60}
        autoComplete="off"
      />
      <Button type="submit" icon="key" disabled={busy}>
        {t('me.addPasskey')}
      </Button>
    </form>
  );
}

async function make(name: string): Promise<string | undefined> {
  const asked = await askNewPasskey();
  if ('problem' in asked) return asked.problem;
  return addPasskey(await startRegistration({ optionsJSON: asked.options }), name);
}

// What the browser's own window may end with: closed, the same key again, an address that is a number.
const sentences: Partial<Record<string, string>> = {
  NotAllowedError: 'passkeyLeft',
  InvalidStateError: 'passkeyKnown',
  SecurityError: 'passkeyAddress',
};
