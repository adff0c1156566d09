import { door } from '../api/door.ts';
import { database } from '../database.ts';
import { doorAt } from '../doors.ts';
import { officialNow } from '../official.ts';
import { words } from '../words.ts';
import { find } from './find.ts';

const here = { scope: null, action: doorAt('/search').action };

/** `?q=`: what the palette shows. Pages, journeys and runs that the official may open; no person, and nothing of one. */
export async function GET(request: Request): Promise<Response> {
  return door(request, here, async () => {
    const [official, { t }] = [await officialNow(), await words()];
    const typed = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200);
    // A key opens this door too and has no grants: it finds nothing.
    const finds = official ? await find(database(), official, t, typed) : [];
    return Response.json(finds, { headers: { 'cache-control': 'no-store' } });
  });
}
