'use client';

import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { controlSpecimens } from '#designer/inspector/specimens/index.tsx';
import styles from './control-sheet.module.css';

/** A control's page: each of its states under its name, as wide as the inspector. */
export function ControlSheet({
  control,
  state,
  mode,
}: {
  control: string;
  state: string | undefined;
  mode: string | undefined;
}) {
  const [ready, setReady] = useState(false);
  // The program that takes pictures waits until the page has come alive.
  useEffect(() => setReady(true), []);
  const specimen = controlSpecimens[control];
  if (!specimen) return <main>{Object.keys(controlSpecimens).join(', ')}</main>;
  const shown = specimen.states.filter(({ name }) => state === undefined || name === state);
  return (
    <I18nProvider locale="es-ES">
      <main
        className={styles['page']}
        data-ready={ready || undefined}
        data-mode={mode === 'drill' || mode === 'live' ? mode : undefined}
      >
        <header>
          <h1>{specimen.title}</h1>
          <p>
            <code>{specimen.file}</code>
          </p>
        </header>
        <div className={styles['states']}>
          {shown.map(({ name, show }) => (
            <section key={name} className={styles['state']} aria-label={name}>
              <h2>{name}</h2>
              <div className={styles['stage']}>{show()}</div>
            </section>
          ))}
        </div>
      </main>
    </I18nProvider>
  );
}
