'use client';

import { useState } from 'react';
import fieldStyles from '#ui/field.module.css';
import { listOf } from '../read-value.ts';
import { readPolygon, writePolygon } from './read-polygon.ts';
import styles from './rule.module.css';
import type { ValueProps } from './value-editor.tsx';

/** An area as it is pasted from a map or a CAP warning, with its outline beside it so that a slip is seen. */
export function PolygonInput({ id, value, onChange, invalid, context: { say } }: ValueProps) {
  const [written, setWritten] = useState<string>();
  const shown = written ?? writePolygon(value);
  const unread = written !== undefined && readPolygon(written) === undefined;
  return (
    <span className={styles['polygon']}>
      <textarea
        id={id}
        rows={3}
        className={fieldStyles['input']}
        value={shown}
        aria-label={say('control.polygon')}
        placeholder="38.98,-0.79 38.99,-0.70 …"
        aria-invalid={unread || invalid || undefined}
        onChange={(event) => {
          setWritten(event.target.value);
          const ring = readPolygon(event.target.value);
          if (ring) onChange(ring);
        }}
      />
      {unread ? (
        <em>{say('control.polygon-unread')}</em>
      ) : (
        <Outline ring={listOf(value)} label={say('control.polygon-corners', { n: listOf(value).length })} />
      )}
    </span>
  );
}

function Outline({ ring, label }: { ring: unknown[]; label: string }) {
  const points = ring.flatMap((point): [number, number][] => {
    const [lat, lon] = listOf(point);
    return typeof lat === 'number' && typeof lon === 'number' ? [[lon, -lat]] : [];
  });
  if (points.length < 3) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const size = Math.max(Math.max(...xs) - left, Math.max(...ys) - top, 1e-6);
  const path = points.map(([x, y]) => `${((x - left) / size) * 56 + 4},${((y - top) / size) * 56 + 4}`).join(' ');
  return (
    <svg viewBox="0 0 64 64" width="64" height="64" role="img" aria-label={label} className={styles['outline']}>
      <polygon points={path} />
    </svg>
  );
}
