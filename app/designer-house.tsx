'use client';

import { type ReactNode, useMemo } from 'react';
import type { House } from '#designer/inspector/context.ts';
import { HouseContext } from '#designer/inspector/house-context.ts';
import { browserAsks } from './browser-asks.ts';

/** Gives the designer's panels what the page brought of the house, and the way to ask its server. */
export function DesignerHouse({
  unit,
  children,
  ...brought
}: {
  unit: string;
  house: House;
  helps: Record<string, string>;
  reviewer: string;
  now: number;
  children: ReactNode;
}) {
  const { house, helps, reviewer, now } = brought;
  const surroundings = useMemo(
    () => ({ house, helps, reviewer, now, asks: browserAsks(unit) }),
    [house, helps, reviewer, now, unit],
  );
  return <HouseContext value={surroundings}>{children}</HouseContext>;
}
