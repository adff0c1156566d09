import { type Content, contentSchema } from '#engine/office/content.ts';
import type { Movable, RequestStatus } from '#engine/office/request.ts';
import type { Wish } from '#engine/office/wish.ts';
import type { Queryable, Transaction } from '../database.ts';
import type { Growth } from './growth-of.ts';

/** A request as it stands; times in epoch ms. `content` is as stored: whoever relies on it takes its hash anew. */
export type RequestRow = {
  id: string;
  unitId: string;
  what: 'launch' | 'publish';
  status: RequestStatus;
  slug: string;
  lane: number;
  wish: Wish;
  document: unknown;
  content: Content | null;
  hash: string | null;
  author: Content['author'];
  writers: string[];
  note: string | null;
  reason: string | null;
  held: { why: string; growth: Growth | null } | null;
  askedAt: number | null;
  lapsesAt: number | null;
  decidedAt: number | null;
  calls: number;
  runId: string | null;
  now: number;
};

const columns = `
  id, unit_id as "unitId", what, status, slug, lane, wish, document, content, hash, author, writers, note, reason, held,
  cauce_ms(asked_at)::float8 as "askedAt", cauce_ms(lapses_at)::float8 as "lapsesAt", cauce_ms(decided_at)::float8 as "decidedAt",
  calls, run_id as "runId", cauce_ms(clock_timestamp())::float8 as now`;

/** Reads a request and keeps it as it is until the transaction ends. */
export async function lockRequest(tx: Transaction, id: string): Promise<RequestRow | undefined> {
  const { rows } = await tx.query<RequestRow>(`select ${columns} from request where id = $1 for update`, [id]);
  return rows[0];
}

export async function readRequest(database: Queryable, id: string): Promise<RequestRow | undefined> {
  const { rows } = await database.query<RequestRow>(`select ${columns} from request where id = $1`, [id]);
  return rows[0];
}

/** What of a request says who may move it. */
export const movable = ({ status, unitId, what, writers }: RequestRow): Movable => ({ status, unitId, what, writers });

/** The content as the schema knows it; undefined when what is stored is none. */
export function contentOf(row: Pick<RequestRow, 'content'>): Content | undefined {
  const read = contentSchema.safeParse(row.content);
  return read.success ? read.data : undefined;
}
