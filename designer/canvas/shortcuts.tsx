'use client';

import { Dialog } from '#ui/dialog.tsx';
import { allCommands } from '../desk/at-desk.ts';
import { sayKey } from '../desk/say-key.ts';
import { useSay } from '../use-say.ts';
import styles from './shortcuts.module.css';

/** Keys that are the canvas's own, with what they do under `shortcut.`. */
const own = [
  'Arrow',
  'Home',
  ' ',
  '/',
  'Mod+f',
  'Mod+a',
  'Mod+c',
  'Mod+z',
  'Mod+Shift+z',
  'e',
  'Mod+Shift+p',
  '+',
  '0',
  '1',
  'Escape',
  '?',
];

/** Every key there is, from the same lists that answer them. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const say = useSay();
  return (
    <Dialog title={say('canvas.shortcuts')} open onClose={onClose}>
      <div className={styles['sheet']} tabIndex={0} role="region" aria-label={say('canvas.shortcuts')}>
        <Keys title={say('canvas.keysHere')} keys={own.map((key) => [key, say(`shortcut.${nameOf(key)}`)])} />
        <Keys
          title={say('canvas.keysCommands')}
          keys={allCommands.map(({ name, ways }) => [ways.key, say(`command.${name}`)])}
        />
      </div>
    </Dialog>
  );
}

function Keys({ title, keys }: { title: string; keys: [string, string][] }) {
  const say = useSay();
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles['keys']}>
        {keys.map(([key, what]) => (
          <div key={`${key} ${what}`}>
            <dt>
              <kbd>{sayKey(say, key)}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Names in locales are words. */
const names: Record<string, string> = {
  ' ': 'space',
  '/': 'slash',
  '+': 'zoom',
  '0': 'full',
  '1': 'fit',
  '?': 'sheet',
};
const nameOf = (key: string) => names[key] ?? key.replaceAll('+', '-');
