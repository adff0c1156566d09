'use client';

import { useState } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import { useSay } from '../use-say.ts';
import styles from './docked-strip.module.css';
import { Strip } from './strip.tsx';

/** Narrower windows begin with the strip put away, so that there is room to draw. */
const roomy = '(min-width: 1500px)';

/** The phone strip at the edge of the desk; put away, only its handle is left. */
export function DockedStrip() {
  const say = useSay();
  const [open, setOpen] = useState(() => typeof matchMedia === 'function' && matchMedia(roomy).matches);
  return (
    <div className={styles['dock']} data-open={open}>
      <div className={styles['handle']}>
        <IconButton
          icon={open ? 'right' : 'phone'}
          label={say(open ? 'strip.putAway' : 'strip.takeOut')}
          onAct={() => setOpen(!open)}
        />
        {!open && <span aria-hidden>{say('strip.takeOut')}</span>}
      </div>
      {open && <Strip />}
    </div>
  );
}
