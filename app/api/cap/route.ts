import { database } from '#app/database.ts';
import { receiveCap } from '#drizzle/crowd/receive-cap.ts';
import { xmlEncoding } from '#engine/cap/xml-encoding.ts';
import { sayProblem } from '#locales/say-problem.ts';
import { translator } from '#locales/translator.ts';
import { contract } from '../contract.ts';
import { door, modeOf } from '../door.ts';
import { readBytes } from '../read-body.ts';
import { localeOf, refuse, refuseProblems } from '../refuse.ts';

export const dynamic = 'force-dynamic';

/** Takes a warning in; says who entered where, what it is to those held before, and what is loose about it. */
export function POST(request: Request): Promise<Response> {
  return door(request, contract.cap, async (who) => {
    const mode = modeOf(request, who, contract.cap.query);
    if (!mode.ok) return mode.answer;
    const media = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!contract.cap.media.some((known) => known === media)) {
      const params = { given: media || '–', known: contract.cap.media.join(', ') };
      return refuse(request, {
        status: 415,
        code: 'media-type',
        params,
        errors: [{ field: 'content-type', code: 'media-type' }],
      });
    }
    const bytes = await readBytes(request, contract.cap.maxBytes);
    if (!bytes.ok) return bytes.answer;
    const xml = new TextDecoder(xmlEncoding(bytes.value)).decode(bytes.value);
    const received = await receiveCap(database(), { unitId: who.unitId, mode: mode.value, xml });
    if (!received.ok) {
      const expired = received.problems.every(({ code }) => code === 'cap-expired');
      return refuseProblems(request, 422, expired ? 'cap-expired' : 'cap-unreadable', received.problems);
    }
    const t = translator(localeOf(request));
    const told = (notes: typeof received.notes) => notes.map((note) => ({ code: note.code, why: sayProblem(t, note) }));
    return Response.json({
      warnings: received.warnings.map((warning) => ({ ...warning, notes: told(warning.notes) })),
      notes: told(received.notes),
    });
  });
}
