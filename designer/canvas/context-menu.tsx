'use client';

import { useRef } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import options from '#ui/options.module.css';
import type { CommandName } from '../commands/index.ts';
import { allCommands } from '../desk/at-desk.ts';
import { sayKey } from '../desk/say-key.ts';
import { useDesk } from '../desk/use-desk.tsx';
import type { Place } from '../place-cards.ts';
import { useDraft } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';

/** Everything that can be done to what is selected, where the hand asked for it. */
export function ContextMenu({ at, onClose }: { at: Place; onClose: () => void }) {
  const say = useSay();
  const desk = useDesk();
  const state = useDraft((all) => all);
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} style={{ position: 'fixed', left: at.x, top: at.y }} />
      <Popover
        className={options['popover'] ?? ''}
        aria-label={say('canvas.acts')}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
      >
        <Menu
          className={options['options'] ?? ''}
          aria-label={say('canvas.acts')}
          autoFocus="first"
          onAction={(key) => {
            onClose();
            desk.begin(key as CommandName); // the items are commands
          }}
        >
          {allCommands
            .filter(({ fits }) => fits(state))
            .map(({ name, ways }) => (
              <MenuItem key={name} id={name} textValue={say(`command.${name}`)} className={options['option'] ?? ''}>
                <span className={options['words']}>
                  {say(`command.${name}`)}
                  <span className={options['meta']}>{sayKey(say, ways.key)}</span>
                </span>
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </>
  );
}
