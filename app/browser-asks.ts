import type { Asks, Counted, Sent, Tried } from '#designer/inspector/asks.ts';

/** The inspector's questions, asked of the doors under /ask for one unit. */
export function browserAsks(unit: string): Asks {
  return {
    count: (rule, hear, signal) => hearLines('/ask/count', { rule, unit }, hear, signal),
    reach: ({ rule, rungs, class: messageClass }, hear, signal) =>
      hearLines('/ask/reach', { rule, rungs, class: messageClass, unit }, hear, signal),
    places: async (written, signal) => {
      const answer = await fetch(`/ask/places?q=${encodeURIComponent(written)}`, { signal });
      if (!answer.ok) throw new Error(`/ask/places answered ${answer.status}`);
      return (await answer.json()) as Awaited<ReturnType<Asks['places']>>; // our own server's answer
    },
    tryCall: async (call) =>
      (await post<Tried>('/ask/call', { ...call, unit })) ?? { ok: false, reason: 'unavailable', sent: '' },
    sendTest: async (test) =>
      (await post<Sent>('/ask/test', { ...test, unit })) ?? { ok: false, reason: 'unavailable' },
  };
}

async function post<T>(door: string, body: object): Promise<T | undefined> {
  const answer = await fetch(door, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.ok ? ((await answer.json()) as T) : undefined; // our own server's answer
}

const headers = { 'content-type': 'application/json' };

/** Hears an answer that comes in lines of JSON, each as it comes. */
async function hearLines(
  door: string,
  body: object,
  hear: (counted: Counted) => void,
  signal: AbortSignal,
): Promise<void> {
  const answer = await fetch(door, { method: 'POST', headers, body: JSON.stringify(body), signal });
  if (!answer.ok || !answer.body) throw new Error(`${door} answered ${answer.status}`);
  let rest = '';
  for await (const piece of chunks(answer.body.pipeThrough(new TextDecoderStream()))) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') hear(JSON.parse(line) as Counted); // our own server's answer
  }
}

// Not every browser walks a stream by itself.
async function* chunks(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
