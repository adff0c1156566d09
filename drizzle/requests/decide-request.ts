import type { Content } from '#engine/office/content.ts';
import { contentHash } from '#engine/office/content-hash.ts';
import { type Mover, moveRequest } from '#engine/office/request.ts';
import type { Problem } from '#engine/problem.ts';
import type { RelyingParty } from '#relying-party';
import { audit } from '../audit/append.ts';
import { type Joinable, type Transaction, transaction } from '../database.ts';
import { beginApproved } from './begin-approved.ts';
import { callOffRun } from './call-off-run.ts';
import { contentOf, lockRequest, movable, type RequestRow } from './request-row.ts';
import { type Assertion, verifyAssertion } from './verify-assertion.ts';

type Official = Extract<Mover, { kind: 'official' }>;

/** A signature over the content that was seen, by its hash, with the key of whoever decides. */
export type Signature = { hash: string; assertion: Assertion };
export type Decided =
  | { ok: true; status: RequestRow['status']; runId: string | null; lane: number }
  | { ok: false; problems: Problem[] };

/**
 * Approves a request by a signature. It is worth nothing unless a key of this very official signed exactly what is asked
 * for, in time; the run that begins looks at all of it again by itself. Problems: those of moveRequest, request-expired,
 * request-changed, signature-invalid, and what keeps a publication from being published.
 */
export async function approveRequest(
  database: Joinable,
  id: string,
  { by, signature, party }: { by: Official; signature: Signature; party: Pick<RelyingParty, 'id' | 'origins'> },
): Promise<Decided> {
  return transaction(database, async (tx) => {
    const request = await lockRequest(tx, id);
    if (!request) return refused('unknown-request');
    const moved = moveRequest(movable(request), 'approve', by);
    if (!moved.ok) return moved;
    const content = contentOf(request);
    if (!content || contentHash(content) !== request.hash || signature.hash !== request.hash)
      return refused('request-changed');
    if ((request.lapsesAt ?? 0) <= request.now) return refused('request-expired');
    if (!(await signedBy(tx, by.id, signature, party))) return refused('signature-invalid');
    await tx.query(
      'insert into approval (request_id, hash, official_id, credential_id, assertion) values ($1, $2, $3, $4, $5)',
      [id, signature.hash, by.id, signature.assertion.id, signature.assertion],
    );
    const begun = await beginApproved(tx, request, content, by.id);
    if (!begun.ok) return begun;
    await tx.query(
      `update request set status = $2, decided_at = clock_timestamp(), decided_by = $3, held = null, next_at = null, run_id = $4,
         updated_at = now() where id = $1`,
      [id, moved.status, by.id, begun.runId],
    );
    await noted(tx, request, by, 'request.approved', { passkey: signature.assertion.id });
    return { ok: true, status: moved.status, runId: begun.runId, lane: request.lane };
  });
}

/** Returns a request to its author, rejects it for good, or takes it back; the run of one that was held is called off. */
export async function declineRequest(
  database: Joinable,
  id: string,
  {
    act,
    by,
    reason,
  }: { act: 'return' | 'reject' | 'withdraw'; by: Exclude<Mover, 'cauce'>; reason?: string | undefined },
): Promise<Decided> {
  return transaction(database, async (tx) => {
    const request = await lockRequest(tx, id);
    if (!request) return refused('unknown-request');
    const moved = moveRequest(movable(request), act, by, reason);
    if (!moved.ok) return moved;
    await tx.query(
      `update request set status = $2, reason = $3, decided_at = clock_timestamp(), decided_by = $4, next_at = null, updated_at = now()
       where id = $1`,
      [id, moved.status, reason?.trim() || null, by.kind === 'official' && act !== 'withdraw' ? by.id : null],
    );
    if (request.runId) await callOffRun(tx, request.runId, `request-${moved.status}`);
    const act_ = ({ return: 'request.returned', reject: 'request.rejected', withdraw: 'request.withdrawn' } as const)[
      act
    ];
    await noted(tx, request, by, act_, {}, reason);
    return { ok: true, status: moved.status, runId: request.runId, lane: request.lane };
  });
}

/** Whether one of this official's keys made the signature; that key has then signed once more. */
async function signedBy(
  tx: Transaction,
  officialId: string,
  { hash, assertion }: Signature,
  party: Pick<RelyingParty, 'id' | 'origins'>,
): Promise<boolean> {
  const { rows } = await tx.query<{ id: string; credentialId: string; publicKey: string; counter: number }>(
    `select id, credential_id as "credentialId", public_key as "publicKey", counter::float8 as counter
     from passkey where credential_id = $1 and official_id = $2 for update`,
    [assertion.id, officialId],
  );
  const [key] = rows;
  const verified = key && (await verifyAssertion(assertion, { hash, key, party }));
  if (!verified?.ok) return false;
  await tx.query('update passkey set counter = $2 where id = $1', [key?.id, verified.counter]);
  return true;
}

type Act = 'request.approved' | 'request.returned' | 'request.rejected' | 'request.withdrawn';

async function noted(
  tx: Transaction,
  { id, unitId, hash, content }: RequestRow,
  by: Exclude<Mover, 'cauce'>,
  act: Act,
  more: { passkey?: string },
  reason?: string,
) {
  const people = (content as Content | null)?.audience?.count;
  await audit(tx, {
    who: { kind: by.kind, id: by.id },
    unitId,
    act,
    about: { kind: 'request', id },
    detail: { ...(hash && { hash }), ...(people !== undefined && { people }), ...more },
    reason,
  });
}

const refused = (code: string): Decided => ({ ok: false, problems: [{ code, severity: 'error' }] });
