'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { seeking } from '#designer/seeking.ts';
import { CommandPalette } from '#ui/command-palette.tsx';
import { useAsked } from '#ui/use-asked.ts';
import type { Finds } from '../search/find.ts';

/** What can be gone to or done, searched on the server as one types; the address is all that is gone to. */
export function Palette({ typed, open, onClose }: { typed: string; open: boolean; onClose: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const [query, setQuery] = useState(typed);
  const { found: finds, is } = useAsked(query, ask, { when: open, pause: pauseMs });
  const waits = seeking[is];
  const found = finds.flatMap((group) => group.found);
  const close = () => {
    onClose();
    setQuery('');
  };
  return (
    <CommandPalette
      open={open}
      onClose={close}
      query={query}
      onQuery={setQuery}
      groups={finds.map(({ key, found: inGroup }) => ({ key, title: t(`search.${key}`), found: inGroup }))}
      onChoose={(key) => {
        const chosen = found.find((one) => one.key === key);
        close();
        if (chosen) router.push(chosen.href);
      }}
      status={waits ? t(waits) : t('search.count', { n: found.length })}
      words={{
        label: t('search.open'),
        found: t('search.found'),
        placeholder: t('search.placeholder'),
        empty: t(waits ?? 'search.none'),
        keys: t('search.keys'),
      }}
    />
  );
}

const pauseMs = 120;

async function ask(query: string, signal: AbortSignal): Promise<Finds> {
  const response = await fetch(`/search?q=${encodeURIComponent(query)}`, { signal });
  if (!response.ok) throw new Error(`/search answered ${response.status}`);
  return (await response.json()) as Finds; // our own route's answer
}
