import type { ReactNode } from 'react';
import styles from './both-versions.module.css';
import { Button } from './button.tsx';

export type Version = { title: string; meta: string; lines: { key: string; label: string; value: ReactNode }[] };

/**
 * Two people changed the same thing: both versions side by side, what differs marked in word and line, and which one is
 * kept is for the reader to say. Nothing is lost until they do.
 */
export function BothVersions({
  mine,
  theirs,
  words,
  onKeep,
}: {
  mine: Version;
  theirs: Version;
  words: { differs: string; keepMine: string; keepTheirs: string };
  onKeep: (which: 'mine' | 'theirs') => void;
}) {
  return (
    <div className={styles['both']}>
      {(
        [
          ['mine', mine, theirs, words.keepMine],
          ['theirs', theirs, mine, words.keepTheirs],
        ] as const
      ).map(([which, version, other, keep]) => (
        <section key={which} aria-label={version.title} className={styles['version']}>
          <h3>{version.title}</h3>
          <p className={styles['meta']}>{version.meta}</p>
          <dl>
            {version.lines.map(({ key, label, value }) => {
              const differs = other.lines.find((line) => line.key === key)?.value !== value;
              return (
                <div key={key} className={differs ? styles['differs'] : undefined}>
                  <dt>
                    {label}
                    {differs && <span className={styles['word']}>{words.differs}</span>}
                  </dt>
                  <dd>{value}</dd>
                </div>
              );
            })}
          </dl>
          <Button onClick={() => onKeep(which)}>{keep}</Button>
        </section>
      ))}
    </div>
  );
}
