'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './secret-once.module.css';

/** A secret, shown this once: whoever leaves the page without it makes another. */
export function SecretOnce({ secret }: { secret: string }) {
  const t = useTranslations();
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <Notice look="ochre" icon="key" live>
      <p>{t('secret.once')}</p>
      <code className={styles['secret']}>{secret}</code>
      <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
        {t(copied ? 'secret.copied' : 'secret.copy')}
      </Button>
    </Notice>
  );
}
