'use client';

import { useReactFlow, useStore } from '@xyflow/react';
import { IconButton } from '#ui/icon-button.tsx';
import { sayKey } from '../desk/say-key.ts';
import { useDesk } from '../desk/use-desk.tsx';
import { useSay } from '../use-say.ts';
import { calmly } from './calmly.ts';
import styles from './canvas-tools.module.css';

/** How the drawing is looked at, and what is done to all of it. */
export function CanvasTools({
  onFit,
  onFind,
  onShortcuts,
}: {
  /** Shows all of it, on the way for that long (ms). */
  onFit: (duration: number) => void;
  onFind: () => void;
  onShortcuts: () => void;
}) {
  const say = useSay();
  const desk = useDesk();
  const view = useReactFlow();
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <div
      className={`${styles['tools']} nopan`}
      role="toolbar"
      aria-label={say('drawing.controls')}
      aria-orientation="vertical"
    >
      <IconButton
        icon="plus"
        label={say('drawing.zoomIn')}
        keys="+"
        onAct={() => void view.zoomIn({ duration: calmly(120) })}
      />
      <button
        type="button"
        className={styles['percent']}
        title={say('canvas.fullSize')}
        aria-label={say('canvas.zoom', { percent })}
        onClick={() => void view.zoomTo(1, { duration: calmly(120) })}
      >
        {say('canvas.percent', { percent })}
      </button>
      <IconButton
        icon="minus"
        label={say('drawing.zoomOut')}
        keys="-"
        onAct={() => void view.zoomOut({ duration: calmly(120) })}
      />
      <IconButton icon="screen" label={say('drawing.fit')} keys="1" onAct={() => onFit(calmly(200))} />
      <IconButton icon="bars" label={say('command.tidy')} keys={sayKey(say, 'o')} onAct={() => desk.begin('tidy')} />
      <IconButton icon="search" label={say('canvas.find')} keys={sayKey(say, 'Mod+f')} onAct={onFind} />
      <IconButton icon="help" label={say('canvas.shortcuts')} keys="?" onAct={onShortcuts} />
    </div>
  );
}
