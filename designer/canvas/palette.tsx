'use client';

import { useState } from 'react';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import type { Place } from '../place-cards.ts';
import { useSay } from '../use-say.ts';
import { kindList, type ListedKind } from './kind-list.ts';
import styles from './palette.module.css';
import type { NewSteps } from './use-new-steps.ts';
import { usePull } from './use-pull.ts';

/** All kinds of steps, by group: drag one onto the canvas or onto a line, or choose it to put it behind what is selected. */
export function Palette({ steps, onClose }: { steps: NewSteps; onClose: () => void }) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const { pulled, pull, wasPulled } = usePull<ListedKind>(({ kind }, at) => steps.drop(kind, at));
  const found = kindList(say, query, { inside: false });
  return (
    <section className={`${styles['palette']} nowheel nopan`} aria-label={say('canvas.palette')}>
      <header className={styles['head']}>
        <label className={styles['search']}>
          <Icon name="search" size={16} />
          <input
            type="search"
            value={query}
            placeholder={say('canvas.findKind')}
            aria-label={say('canvas.findKind')}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              const [first] = found;
              if (event.key === 'Enter' && first?.kinds[0]) steps.put(first.kinds[0].kind);
              if (event.key === 'Escape') onClose();
            }}
          />
        </label>
        <IconButton icon="close" label={say('canvas.closePalette')} onAct={onClose} />
      </header>
      <div className={styles['groups']}>
        {found.map(({ group, kinds }) => (
          <section
            key={group}
            style={{ '--hue': `var(--${group})` } as React.CSSProperties}
            aria-label={say(`group.${group}`)}
          >
            <h2>{say(`group.${group}`)}</h2>
            <ul>
              {kinds.map((one) => (
                <li key={one.kind}>
                  <button
                    type="button"
                    className={styles['kind']}
                    title={one.tells}
                    onPointerDown={(event) => pull(event, one)}
                    onClick={() => !wasPulled() && steps.put(one.kind)}
                  >
                    <Icon name={one.icon} />
                    {one.title}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p className={styles['none']}>{say('canvas.noKind', { query })}</p>}
      </div>
      {pulled && <Ghost of={pulled.what} at={pulled.at} />}
    </section>
  );
}

function Ghost({ of, at }: { of: ListedKind; at: Place }) {
  return (
    <div
      className={styles['ghost']}
      style={{ left: at.x, top: at.y, '--hue': `var(--${of.group})` } as React.CSSProperties}
      aria-hidden
    >
      <Icon name={of.icon} />
      {of.title}
    </div>
  );
}
