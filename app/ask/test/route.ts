import { z } from 'zod';
import { channels, textSchema } from '#engine/journey.ts';
import { writeText } from '#engine/text/write-message.ts';
import { sendTest } from '#workflows/send-test.ts';
import { bodyOf, door } from '../../api/door.ts';
import { database } from '../../database.ts';
import { doorAt } from '../../doors.ts';
import { officialNow } from '../../official.ts';
import { inventedPeople } from '../invented-people.ts';
import { unitAsked } from '../unit-asked.ts';

const here = { scope: null, action: doorAt('/ask/test').action };
const body = z.strictObject({
  channel: z.enum(channels),
  language: z.string().max(20),
  text: textSchema,
  person: z.string().max(80),
  unit: z.uuid().optional(),
});

/** Sends one text, as somebody invented would get it, to the official who asks: their own mailbox, or a sandbox phone. */
export function POST(request: Request): Promise<Response> {
  return door(request, here, async (who) => {
    const read = await bodyOf(request, { body, maxBytes: 64 * 1024 });
    if (!read.ok) return read.answer;
    const { channel, language, text, person: id, unit: named } = read.value;
    const unit = unitAsked(request, who, named);
    if (!unit.ok) return unit.answer;
    const official = await officialNow();
    if (!official) return Response.json({ ok: false, reason: 'unavailable' });
    const person = inventedPeople.find((one) => one.id === id) ?? inventedPeople[0];
    const facts = { citizen: person?.citizen ?? {}, member: {}, event: null, now: Date.now(), zone: 'Europe/Madrid' };
    const written = writeText(text, { channel, language }, facts);
    if (!written.text) return Response.json({ ok: false, reason: written.reason ?? 'unavailable' });
    const sent = await sendTest(database(), {
      unitId: unit.value,
      channel,
      language,
      text: written.text,
      official: { id: official.id, email: official.email },
    });
    return Response.json(sent, { headers: { 'cache-control': 'no-store' } });
  });
}
