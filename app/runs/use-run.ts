'use client';

import { useCallback, useEffect, useState } from 'react';
import type { RunProgress } from '#drizzle/queries/run-progress.ts';

export type LiveRun = { progress: RunProgress; receivedAt: number; connected: boolean; reconnect: () => void };

/** Follows a run by server-sent events (each the same JSON as GET /api/runs/{id}), starting from what the page brought. */
export function useRun(initial: RunProgress): LiveRun {
  const [progress, setProgress] = useState(initial);
  const [receivedAt, setReceivedAt] = useState(() => Date.parse(initial.at));
  const [connected, setConnected] = useState(true);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const source = new EventSource(`/api/runs/${initial.id}/stream`);
    const take = (event: MessageEvent<string>) => {
      const next = read(event.data);
      if (next?.id !== initial.id) return;
      setProgress(next);
      setReceivedAt(Date.now());
      setConnected(true);
    };
    source.addEventListener('message', take);
    source.addEventListener('progress', take);
    source.addEventListener('error', () => setConnected(false));
    return () => source.close();
  }, [initial.id, attempt]);
  const reconnect = useCallback(() => setAttempt((n) => n + 1), []);
  return { progress, receivedAt, connected, reconnect };
}

function read(data: string): RunProgress | undefined {
  try {
    return JSON.parse(data) as RunProgress; // our own server's answer
  } catch {
    return undefined;
  }
}
