'use client';

import { Icon, type IconName } from '#ui/icon.tsx';
import type { CommandName } from '../commands/index.ts';
import { allCommands } from '../desk/at-desk.ts';
import { sayKey } from '../desk/say-key.ts';
import { useDesk } from '../desk/use-desk.tsx';
import { selectable } from '../store/selection.ts';
import { useDraft } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import styles from './selection-bar.module.css';

/** What is done most to what is selected; everything else is in its menu, and every key works. */
const acts: { name: CommandName; icon: IconName }[] = [
  { name: 'edit-config', icon: 'settings' },
  { name: 'edit-text', icon: 'bubble' },
  { name: 'insert', icon: 'plus' },
  { name: 'connect', icon: 'arrow' },
  { name: 'align', icon: 'align' },
  { name: 'group', icon: 'group' },
  { name: 'collapse', icon: 'fold' },
  { name: 'ungroup', icon: 'split' },
  { name: 'duplicate', icon: 'copy' },
  { name: 'edit-note', icon: 'pencil' },
  { name: 'edit-frame', icon: 'pencil' },
  { name: 'disconnect', icon: 'close' },
  { name: 'remove', icon: 'close' },
];

export function SelectionBar() {
  const say = useSay();
  const desk = useDesk();
  const state = useDraft((all) => all);
  const n = selectable.reduce((sum, kind) => sum + state.selection[kind].length, 0);
  if (n === 0) return null;
  const fit = acts.filter(({ name }) => allCommands.find((one) => one.name === name)?.fits(state));
  return (
    <div className={`${styles['bar']} nopan`} role="toolbar" aria-label={say('canvas.selected', { n })}>
      {n > 1 && <span className={styles['count']}>{say('canvas.selected', { n })}</span>}
      {fit.map(({ name, icon }) => {
        const key = sayKey(say, allCommands.find((one) => one.name === name)?.ways.key ?? '');
        return (
          <button
            key={name}
            type="button"
            title={`${say(`command.${name}`)} (${key})`}
            data-leads={name === 'insert' || undefined}
            onClick={() => desk.begin(name)}
          >
            <Icon name={icon} size={16} />
            <span>{say(`command.${name}`)}</span>
          </button>
        );
      })}
    </div>
  );
}
