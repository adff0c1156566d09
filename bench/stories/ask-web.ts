import type { World } from '../world.ts';

/** What the web answered: its status, and its JSON. */
export type Answer<T> = { status: number; body: T };

/** Posts to the API as a program with a key would; JSON unless `type` says otherwise. */
export async function postTo<T>(
  world: World,
  key: string,
  path: string,
  body: unknown,
  type = 'application/json',
): Promise<Answer<T>> {
  const answer = await fetch(`${world.webUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Bearer ${key}`, 'accept-language': 'es' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

/** The same where anything but success is the end of the story. */
export async function posted<T>(world: World, key: string, path: string, body: unknown, type?: string): Promise<T> {
  const answer = await postTo<T>(world, key, path, body, type);
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
