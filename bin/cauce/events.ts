import { z } from 'zod';
import { cloudEvent } from '#drizzle/crowd/cloud-event.ts';
import { receiveEvents } from '#drizzle/crowd/receive-events.ts';
import { type Command, fileBytes, jsonOf, needed, Wrong } from './command.ts';
import { words } from './words.ts';

/** Sends the CloudEvents of a file (one, a list, or one per line), in lots of 1,000; `--drill`: heard by drills only. */
export const events = {
  usage: 'events FILE [--drill]',
  options: { drill: { type: 'boolean' } },
  run: async (desk, [file], values) => {
    const name = needed(file, 'FILE');
    const read = z.array(cloudEvent).safeParse(eventsIn(fileBytes(name).toString('utf8'), name));
    if (!read.success)
      throw new Wrong(words.badEvents(read.error.issues[0]?.path.join('.') ?? '', read.error.issues[0]?.message ?? ''));
    const [database, unitId] = [desk.database(), await desk.unitId(values)];
    const mode = values['drill'] === true ? ('drill' as const) : ('live' as const);
    const told = read.data.map(({ source, id, type, subject, time, data = {} }) => ({
      source,
      id,
      type,
      subject,
      data,
      time: time === undefined ? undefined : Date.parse(time),
    }));
    const total = { received: 0, repeated: 0, unknown: 0 };
    for (let from = 0; from < told.length; from += 1_000) {
      const answer = await receiveEvents(database, { unitId, mode, events: told.slice(from, from + 1_000) });
      total.received += answer.received;
      total.repeated += answer.repeated;
      total.unknown += answer.unknown.length;
    }
    desk.say(words.eventsReceived(total));
    return 0;
  },
} satisfies Command;

function eventsIn(text: string, name: string): unknown[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line)))
    return lines.map((line) => jsonOf(line, name));
  const json = jsonOf(text, name);
  return Array.isArray(json) ? json : [json];
}
