'use client';

import type { ComponentProps } from 'react';
import type { House } from '#designer/inspector/context.ts';
import { DesignerHouse } from '../../designer-house.tsx';
import { AudienceEditor } from './audience-editor.tsx';

/** The editor of an audience, with what its unit's house has. */
export function AudienceDesk({
  unit,
  house,
  reviewer,
  now,
  ...audience
}: { unit: string; house: House; reviewer: string; now: number } & ComponentProps<typeof AudienceEditor>) {
  return (
    <DesignerHouse unit={unit} house={house} helps={{}} reviewer={reviewer} now={now}>
      <AudienceEditor {...audience} />
    </DesignerHouse>
  );
}
