import type { Content } from '#engine/office/content.ts';
import { contentHash } from '#engine/office/content-hash.ts';
import type { RelyingParty } from '#relying-party';
import type { Queryable } from '../database.ts';
import type { JudgedRun } from './judged-run.ts';
import { contentOf, readRequest } from './request-row.ts';
import { type Assertion, assertionSchema, verifyAssertion } from './verify-assertion.ts';

/** `why`: the code of what is missing. */
export type Signed = { ok: true; content: Content } | { ok: false; why: string };

/**
 * The content of a run's request, if somebody signed it who could: its hash taken anew, the assertion verified with the
 * key of an official who holds `approver` in the unit and wrote none of it. A status is a word in a table and is not enough.
 */
export async function signedContent(
  database: Queryable,
  run: Pick<JudgedRun, 'unitId' | 'requestId' | 'begun'>,
  party: Pick<RelyingParty, 'id' | 'origins'>,
): Promise<Signed> {
  const request = run.requestId === null ? undefined : await readRequest(database, run.requestId);
  const content = request && contentOf(request);
  if (!request || !content) return refused('no-request');
  const hash = contentHash(content);
  if (hash !== request.hash || content.request !== request.id || content.unit !== run.unitId)
    return refused('request-changed');
  if (request.status !== 'approved' && !run.begun) return refused(`request-${request.status}`);
  const signature = await newestSignature(database, request.id, hash);
  if (!signature) return refused('no-signature');
  const { officialId, key, assertion, mayApprove, at } = signature;
  if (content.author.id === officialId || request.writers.includes(officialId)) return refused('own-request');
  const read = assertionSchema.safeParse(assertion);
  if (!key || !read.success) return refused('signature-invalid');
  // The key had not signed so often then: what counts here is that it signed this.
  const verified = await verifyAssertion(read.data, { hash, key: { ...key, counter: 0 }, party });
  if (!verified.ok) return refused('signature-invalid');
  if (at > Date.parse(content.lapsesAt)) return refused('request-expired');
  if (!mayApprove && !run.begun) return refused('approver-revoked');
  return { ok: true, content };
}

type Found = {
  officialId: string;
  assertion: Assertion;
  key: { credentialId: string; publicKey: string } | null;
  mayApprove: boolean;
  at: number;
};

async function newestSignature(database: Queryable, requestId: string, hash: string): Promise<Found | undefined> {
  const { rows } = await database.query<Found>(
    `select a.official_id as "officialId", a.assertion, cauce_ms(a.at)::float8 as at,
            (select jsonb_build_object('credentialId', p.credential_id, 'publicKey', p.public_key)
             from passkey p where p.credential_id = a.credential_id and p.official_id = a.official_id) as key,
            exists (select from official o join official_role r on r.official_id = o.id
                    where o.id = a.official_id and o.status = 'active' and r.unit_id = request.unit_id and r.role = 'approver') as "mayApprove"
     from approval a join request on request.id = a.request_id
     where a.request_id = $1 and a.hash = $2 order by a.id desc limit 1`,
    [requestId, hash],
  );
  return rows[0];
}

const refused = (why: string): Signed => ({ ok: false, why });
