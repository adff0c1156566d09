'use client';

import { useCallback, useEffect, useState } from 'react';

/** A message as the sandbox gateway remembers it: `out` went to the person, `in` is their answer. `at` is epoch ms. */
export type Shown = {
  key: string;
  about: string;
  channel: string;
  direction: 'in' | 'out';
  from: string;
  to: string;
  subject?: string;
  text: string;
  language?: string;
  at: number;
};
export type Thread = { address: string; count: number; last: Shown };
export type Kind = 'phones' | 'mailboxes';
type Answer<T> = { data: T | undefined; failed: boolean; again: () => void };

/** The newest threads of one kind, read again every two seconds while the page is looked at. */
export function useThreads(kind: Kind, search: string): Answer<{ total: number; threads: Thread[] }> {
  return usePolled(`/sandbox/control/${kind}?limit=60&search=${encodeURIComponent(search)}`);
}

/** One address's messages, oldest first; nothing while no address is chosen. */
export function useThread(kind: Kind, address: string | undefined): Answer<{ messages: Shown[] }> {
  return usePolled(address === undefined ? undefined : `/sandbox/control/${kind}/${encodeURIComponent(address)}`);
}

/** Writes as the person who holds the phone; false when the gateway did not take it. */
export async function reply(kind: Kind, address: string, text: string): Promise<boolean> {
  const response = await fetch(`/sandbox/control/${kind}/${encodeURIComponent(address)}/reply`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  }).catch(() => undefined);
  return response?.ok ?? false;
}

function usePolled<T>(url: string | undefined): Answer<T> {
  const [state, setState] = useState<{ url: string; data: T }>();
  const [failed, setFailed] = useState(false);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (url === undefined) return;
    const stop = new AbortController();
    const read = async () => {
      if (document.visibilityState === 'hidden') return;
      try {
        const response = await fetch(url, { signal: stop.signal, cache: 'no-store' });
        if (!response.ok) throw new Error(String(response.status));
        setState({ url, data: (await response.json()) as T }); // our own route's answer
        setFailed(false);
      } catch {
        if (!stop.signal.aborted) setFailed(true);
      }
    };
    void read();
    const timer = setInterval(() => void read(), 2_000);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [url, asked]);
  const again = useCallback(() => setAsked((n) => n + 1), []);
  return { data: state?.url === url ? state?.data : undefined, failed, again };
}
