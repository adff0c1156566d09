import { answering } from '../answering.ts';
import { refuse } from '../refuse.ts';

export const dynamic = 'force-dynamic';

/** There is nothing at this address; said as a problem, not as a page. */
function nothing(request: Request): Promise<Response> {
  return answering(request, async () => refuse(request, { status: 404, code: 'unknown-address' }));
}

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
