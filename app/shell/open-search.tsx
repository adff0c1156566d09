'use client';

import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { askForSearch } from './search.tsx';

/** A button anywhere on a page that opens the search of the top bar with some words already typed. */
export function OpenSearch({ typed, children }: { typed: string; children: ReactNode }) {
  return (
    <Button look="primary" icon="search" onClick={() => askForSearch(typed)}>
      {children}
    </Button>
  );
}
