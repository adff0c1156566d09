/** What a server answered to a decision: the run that begins, or the sentence about why not ('' when it gave none). */
export type Told = { ok: true; run: string | null } | { ok: false; why: string };

/** Sends a decision about a request; never throws for what the network or the server does. */
export async function sendDecision(id: string, act: string, body: object): Promise<Told> {
  try {
    const response = await fetch(`/api/requests/${id}/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const told: unknown = await response.json().catch(() => undefined);
    const read = (name: string) =>
      typeof told === 'object' && told !== null && name in told ? (told as Record<string, unknown>)[name] : undefined;
    if (response.ok) return { ok: true, run: typeof read('run') === 'string' ? String(read('run')) : null };
    return { ok: false, why: String(read('detail') ?? '') };
  } catch {
    return { ok: false, why: '' };
  }
}
