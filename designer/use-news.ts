import { useEffect, useRef, useState } from 'react';

/** `mine`: the same official, in another window. */
export type Present = { screen: string; officialId: string; mine: boolean; by: string; node: string | null };
type News = { version: number; present: Present[] };

const beatMs = 10_000;

/**
 * Who else has the draft open and where they are; tells them where we are, and `onVersion` when somebody saved. Everything
 * stands still without a network, and goes on when it is back.
 */
export function useNews(address: string, node: string | null, onVersion: (version: number) => void): Present[] {
  const [present, setPresent] = useState<Present[]>([]);
  const [screen] = useState(() => crypto.randomUUID());
  const heard = useRef(onVersion);
  useEffect(() => {
    heard.current = onVersion;
  });
  useEffect(() => {
    const source = new EventSource(address);
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const news = JSON.parse(data) as News; // our own server's answer
      setPresent(news.present.filter((one) => one.screen !== screen));
      heard.current(news.version);
    });
    source.addEventListener('error', () => setPresent([]));
    return () => source.close();
  }, [address, screen]);
  useEffect(() => {
    const beat = () => void tell(address, { screen, node });
    beat();
    const timer = setInterval(beat, beatMs);
    return () => clearInterval(timer);
  }, [address, screen, node]);
  useEffect(() => {
    const leave = () => void tell(address, { screen, node: null, here: false });
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [address, screen]);
  return present;
}

const tell = (address: string, body: { screen: string; node: string | null; here?: boolean }) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true,
  }).catch(() => undefined);
