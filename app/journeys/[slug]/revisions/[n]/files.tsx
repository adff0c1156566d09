'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from './revision.module.css';
import { svgToPng } from './svg-to-png.ts';

const files = ['journey.json', 'machine.js', 'document.html', 'document.txt', 'picture.svg'] as const;

/** What can be taken along: the journey as JSON, the machine for Stately, the document, the picture; and printed. */
export function Files({ at }: { at: string }) {
  const t = useTranslations();
  const [failed, setFailed] = useState(false);
  return (
    <nav className={styles['files']} aria-label={t('revisions.files')}>
      {files.map((file) => (
        <a key={file} href={`${at}/${file}`} download>
          <Icon name="download" size={16} /> {t(`revisions.file-${file.replace('.', '-')}` as never)}
        </a>
      ))}
      <Button
        look="quiet"
        icon="download"
        onClick={() => void svgToPng(`${at}/picture.svg`, 'recorrido.png').then((done) => setFailed(!done))}
      >
        {t('revisions.file-png')}
      </Button>
      <Button look="quiet" onClick={() => print()}>
        {t('revisions.print')}
      </Button>
      <span role="status">{failed && t('revisions.noPng')}</span>
    </nav>
  );
}
