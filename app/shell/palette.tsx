'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { CommandPalette } from '#ui/command-palette.tsx';
import type { Finds } from '../search/find.ts';

/** What can be gone to or done, searched on the server as one types; the address is all that is gone to. */
export function Palette({ typed, open, onClose }: { typed: string; open: boolean; onClose: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const [query, setQuery] = useState(typed);
  const { finds, busy, failed } = useFinds(query, open);
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
      status={failed ? t('search.failed') : busy ? t('search.busy') : t('search.count', { n: found.length })}
      words={{
        label: t('search.open'),
        found: t('search.found'),
        placeholder: t('search.placeholder'),
        empty: busy ? t('search.busy') : t('search.none'),
        keys: t('search.keys'),
      }}
    />
  );
}

const pauseMs = 120;

/** Asked a moment after the last key; an answer to what is no longer asked is thrown away. */
function useFinds(query: string, open: boolean) {
  const [state, setState] = useState<{ query: string | undefined; finds: Finds }>({ query: undefined, finds: [] });
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/search?q=${encodeURIComponent(query)}`, { signal: stop.signal });
        if (!response.ok) throw new Error(String(response.status));
        setState({ query, finds: (await response.json()) as Finds }); // our own route's answer
        setFailed(false);
      } catch {
        if (!stop.signal.aborted) setFailed(true);
      }
    }, pauseMs);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [query, open]);
  return { finds: state.finds, busy: state.query !== query, failed };
}
