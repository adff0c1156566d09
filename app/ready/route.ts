import { database } from '../database.ts';

export const dynamic = 'force-dynamic';

/** The process can do its work: Postgres answers. 503 while it does not. */
export async function GET(): Promise<Response> {
  try {
    await database().query('select 1');
    return Response.json({ status: 'ready' });
  } catch {
    return Response.json(
      { status: 'unavailable', waitingFor: 'postgres' },
      { status: 503, headers: { 'retry-after': '5' } },
    );
  }
}
