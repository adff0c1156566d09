'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { specimens } from '#ui/specimens/index.ts';
import styles from './specimen-page.module.css';

/** A component's page: what it is, and each of its states under its name. */
export function SpecimenPage({
  component,
  state,
  mode,
}: {
  component: string;
  state: string | undefined;
  mode: string | undefined;
}) {
  const [ready, setReady] = useState(false);
  // The program that takes pictures waits until the page has come alive.
  useEffect(() => setReady(true), []);
  const specimen = specimens[component];
  if (!specimen) return <SpecimenIndex />;
  const shown = specimen.states.filter(({ name, alone }) => (state === undefined ? !alone : name === state));
  const covering = specimen.states.filter(({ alone }) => alone);
  return (
    <I18nProvider locale="es-ES">
      <main
        className={`${styles['page']} ${specimen.wall ? styles['wall'] : ''}`}
        data-ready={ready || undefined}
        data-mode={mode === 'drill' || mode === 'live' ? mode : undefined}
      >
        <header>
          <h1>{specimen.title}</h1>
          <p>
            <Link href="/dev/ui">Componentes</Link> · <code>{specimen.file}</code>
          </p>
          {state === undefined && covering.length > 0 && (
            <ul>
              {covering.map(({ name }) => (
                <li key={name}>
                  <Link href={`?state=${encodeURIComponent(name)}`}>{name}</Link>
                </li>
              ))}
            </ul>
          )}
        </header>
        <div className={specimen.small && state === undefined ? styles['small'] : styles['states']}>
          {shown.map(({ name, show }) => (
            <section key={name} className={styles['state']}>
              <h2>{name}</h2>
              <div className={styles['stage']}>{show()}</div>
            </section>
          ))}
        </div>
      </main>
    </I18nProvider>
  );
}

/** Every component by name. */
export function SpecimenIndex() {
  return (
    <main className={styles['page']}>
      <h1>Componentes</h1>
      <ul className={styles['index']}>
        {Object.entries(specimens).map(([name, { title }]) => (
          <li key={name}>
            <Link href={`/dev/ui/${name}`}>{title}</Link> <code>{name}</code>
          </li>
        ))}
      </ul>
    </main>
  );
}
