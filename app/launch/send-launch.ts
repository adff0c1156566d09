export type Launched =
  | { ok: true; href: string; asked: boolean }
  | { ok: false; problems: { field: string; sentence: string }[] };

/** Sends a launch, or asks again for a request that was returned; where to go next, or what stands in the way. */
export async function sendLaunch(key: string, wish: Record<string, unknown>): Promise<Launched> {
  const { mode, request, ...rest } = wish;
  const again = request !== undefined;
  const clock = mode === 'drill' ? { clock: { withinSeconds: 600 } } : {};
  const { until, ...launch } = rest;
  const body = again
    ? { request, ...rest }
    : { mode, ...launch, ...clock, ...(until !== undefined && { expiresAt: until }) };
  try {
    const response = await fetch(again ? '/api/requests' : '/api/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    const told = (await response.json().catch(() => ({}))) as Answer; // our own door answers by its contract
    if (!response.ok) return { ok: false, problems: problemsIn(told) };
    if (told.request !== undefined) return { ok: true, href: `/requests/${told.request}`, asked: true };
    return { ok: true, href: `/runs/${told.id}`, asked: false };
  } catch {
    return { ok: false, problems: [] };
  }
}

type Answer = { id?: string; request?: string; detail?: string; errors?: { field: string; why: string }[] };

function problemsIn({ errors, detail }: Answer): { field: string; sentence: string }[] {
  if (errors && errors.length > 0) return errors.map(({ field, why }) => ({ field, sentence: why }));
  return detail === undefined ? [] : [{ field: '', sentence: detail }];
}
