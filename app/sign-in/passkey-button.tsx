'use client';

import { startAuthentication } from '@simplewebauthn/browser';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/field.tsx';
import { askPasskey, enterByPasskey } from './passkey.ts';

/** Signs in with a key. Whoever thinks better of it in the browser's own window is back where they were. */
export function PasskeyButton({ to, primary = false }: { to: string; primary?: boolean }) {
  const t = useTranslations();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const enter = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const response = await startAuthentication({ optionsJSON: await askPasskey() });
      setProblem(await enterByPasskey(response, to));
    } catch (error) {
      // The browser's window was closed, or waited too long.
      if (!(error instanceof Error) || error.name !== 'NotAllowedError') throw error;
      setProblem(t('signIn.passkeyLeft'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {problem && <ErrorSummary title={t('form.wrong')} errors={[{ field: 'passkey', sentence: problem }]} />}
      <Button id="passkey" look={primary ? 'primary' : 'plain'} icon="key" disabled={busy} onClick={() => void enter()}>
        {t('signIn.passkey')}
      </Button>
    </>
  );
}
