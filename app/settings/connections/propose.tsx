'use client';

import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#ui/button.tsx';
import { fetchedPart } from '#ui/fetched-part.tsx';
import { Panel } from '#ui/panel.tsx';
import { Waiting } from '#ui/waiting.tsx';
import styles from './connections.module.css';

// Most who come read the list; its form weighs as much as the page.
const { Part: ProposeConnection, fetch: fetchForm } = fetchedPart(() =>
  import('./propose-connection.tsx').then((module) => module.ProposeConnection),
);

/** The way to a new connection: a button, and the form in its place once it is pressed. */
export function Propose({ facts }: { facts: { key: string; title: string }[] }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div className={styles['acts']}>
        <Button icon="plus" onPointerEnter={() => void fetchForm()} onClick={() => setOpen(true)}>
          {t('connections.new')}
        </Button>
      </div>
    );
  return (
    <Panel title={t('connections.new')} id="new">
      <Suspense fallback={<Waiting>{t('connections.preparing')}</Waiting>}>
        <ProposeConnection facts={facts} />
      </Suspense>
    </Panel>
  );
}
