import { Icon } from '#ui/icon.tsx';
import type { Say } from '../../say.ts';
import styles from '../controls.module.css';

/** Up, down and away, for one item of an ordered list; what cannot be done is not offered. */
export function ItemTools({
  at,
  of,
  what,
  onMove,
  onRemove,
  say,
}: {
  at: number;
  of: number;
  what: string;
  onMove?: (to: number) => void;
  onRemove?: (() => void) | undefined;
  say: Say;
}) {
  return (
    <span className={styles['tools']}>
      {onMove && of > 1 && (
        <>
          <button
            type="button"
            className={styles['small']}
            disabled={at === 0}
            aria-label={say('control.up', { what })}
            onClick={() => onMove(at - 1)}
          >
            <Icon name="up" size={16} />
          </button>
          <button
            type="button"
            className={styles['small']}
            disabled={at === of - 1}
            aria-label={say('control.down', { what })}
            onClick={() => onMove(at + 1)}
          >
            <Icon name="down" size={16} />
          </button>
        </>
      )}
      {onRemove && (
        <button
          type="button"
          className={styles['small']}
          aria-label={say('control.remove', { what })}
          onClick={onRemove}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </span>
  );
}
