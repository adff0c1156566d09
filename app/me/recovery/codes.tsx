'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import styles from '../me.module.css';

/** Recovery codes as they are shown, once: to print, to copy, to write down. */
export function Codes({ codes }: { codes: string[] }) {
  const t = useTranslations();
  return (
    <div role="status">
      <p>{t('me.keepCodes')}</p>
      <ul className={styles['codes']}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>
        {t('me.copyCodes')}
      </Button>
    </div>
  );
}
