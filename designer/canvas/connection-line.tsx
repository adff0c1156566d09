'use client';

import type { ConnectionLineComponentProps } from '@xyflow/react';
import { linePath, straightWay } from '../line-path.ts';
import styles from './flow-line.module.css';

/** The line that is being pulled from a way out. */
export function ConnectionLine({ fromX, fromY, toX, toY }: ConnectionLineComponentProps) {
  return <path className={styles['pulled']} d={linePath(straightWay({ x: fromX, y: fromY }, { x: toX, y: toY }))} />;
}
