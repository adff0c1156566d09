'use client';

import { Icon } from '#ui/icon.tsx';
import { useSay } from '../use-say.ts';
import styles from './empty-canvas.module.css';
import { kindList } from './kind-list.ts';

/** An empty canvas asks for what everything begins with: what brings people in. */
export function EmptyCanvas({ onChoose }: { onChoose: (kind: string) => void }) {
  const say = useSay();
  const [doors] = kindList(say, '', { inside: false });
  return (
    <section className={styles['empty']} aria-label={say('canvas.emptyTitle')}>
      <h2>{say('canvas.emptyTitle')}</h2>
      <p>{say('canvas.emptyHelp')}</p>
      <ul>
        {doors?.kinds.map(({ kind, title, tells, icon }) => (
          <li key={kind}>
            <button type="button" onClick={() => onChoose(kind)}>
              <Icon name={icon} />
              <span>
                <strong>{title}</strong>
                {tells}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
