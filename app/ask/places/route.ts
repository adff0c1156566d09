import { findPlaces } from '#drizzle/queries/places.ts';
import { door } from '../../api/door.ts';
import { database } from '../../database.ts';
import { doorAt } from '../../doors.ts';

const here = { scope: null, action: doorAt('/ask/places').action };

/** `?q=`: municipalities whose name begins or goes on like this. */
export function GET(request: Request): Promise<Response> {
  return door(request, here, async () => {
    const typed = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 80);
    const places = typed.trim().length < 2 ? [] : await findPlaces(database(), typed);
    return Response.json(places, { headers: { 'cache-control': 'private, max-age=600' } });
  });
}
