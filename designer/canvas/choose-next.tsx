'use client';

import { useState } from 'react';
import { CommandPalette } from '#ui/command-palette.tsx';
import { useSay } from '../use-say.ts';
import { kindList } from './kind-list.ts';

/** What comes next, chosen by typing: for a line pulled into the void, and for whoever presses «/». */
export function ChooseNext({
  inside,
  onChoose,
  onClose,
}: {
  /** Whether something leads to it, so that it cannot be a door. */
  inside: boolean;
  onChoose: (kind: string) => void;
  onClose: () => void;
}) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const found = kindList(say, query, { inside });
  const n = found.reduce((sum, { kinds }) => sum + kinds.length, 0);
  const label = say(inside ? 'ask.kindNext' : 'ask.kind');
  return (
    <CommandPalette
      open
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      groups={found.map(({ group, kinds }) => ({
        key: group,
        title: say(`group.${group}`),
        found: kinds.map(({ kind, title, tells, icon }) => ({ key: kind, title, meta: tells || undefined, icon })),
      }))}
      onChoose={onChoose}
      status={say('ask.fit', { n })}
      words={{ label, placeholder: say('ask.find'), empty: say('ask.nothing'), keys: say('ask.keys') }}
    />
  );
}
