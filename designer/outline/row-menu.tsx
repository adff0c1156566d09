'use client';

import { Icon } from '#ui/icon.tsx';
import { Menu } from '#ui/menu.tsx';
import type { CommandName } from '../commands/index.ts';
import { menuOf } from '../desk/at-desk.ts';
import { sayKey } from '../desk/say-key.ts';
import { useDesk } from '../desk/use-desk.tsx';
import { useDraft } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';
import styles from './outline.module.css';
import type { OutlineRow } from './outline-rows.ts';

/** Everything that can be done to a row, with its keys. Opening it makes the row the current one. */
export function RowMenu({
  row,
  title,
  current,
  onGo,
}: {
  row: OutlineRow;
  title: string;
  current: boolean;
  onGo: (extend: boolean) => void;
}) {
  const say = useSay();
  const desk = useDesk();
  const state = useDraft((all) => (current ? all : null));
  if (!state)
    return (
      <button
        type="button"
        tabIndex={-1}
        className={styles['menu']}
        aria-label={say('outline.acts', { what: title })}
        onClick={() => onGo(false)}
      >
        <Icon name="more" />
      </button>
    );
  const several = state.selection.nodes.length > 1;
  return (
    <Menu
      label={
        several
          ? say('outline.actsOfSeveral', { n: state.selection.nodes.length })
          : say('outline.acts', { what: title })
      }
      className={styles['menu']}
      lines={menuOf(row.row, state).map(({ name, ways }) => ({
        key: name,
        title: say(`command.${name}`),
        meta: sayKey(say, ways.key),
      }))}
      onAct={(key) => desk.begin(key as CommandName)} // the lines are commands
    >
      <Icon name="more" />
    </Menu>
  );
}
