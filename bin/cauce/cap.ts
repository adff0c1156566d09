import { receiveCap } from '#drizzle/crowd/receive-cap.ts';
import { xmlEncoding } from '#engine/cap/xml-encoding.ts';
import { type Command, fileBytes, needed } from './command.ts';
import { words } from './words.ts';

/** Takes a CAP warning in from a file; `--drill`: for drills only. */
export const cap = {
  usage: 'cap FILE.xml [--drill]',
  options: { drill: { type: 'boolean' } },
  run: async (desk, [file], values) => {
    const bytes = fileBytes(needed(file, 'FILE.xml'));
    const received = await receiveCap(desk.database(), {
      unitId: await desk.unitId(values),
      mode: values['drill'] === true ? 'drill' : 'live',
      xml: new TextDecoder(xmlEncoding(bytes)).decode(bytes),
    });
    if (!received.ok) {
      desk.problems(received.problems);
      return 1;
    }
    for (const { warning, verdict, entered, told, notes } of received.warnings) {
      desk.say(words.warned(warning, verdict));
      for (const { run, journey, n } of entered) desk.say(words.enteredBy(journey, run, n));
      for (const { run, journey, n } of told) desk.say(words.toldBy(journey, run, n));
      desk.problems(notes);
    }
    desk.problems(received.notes);
    return 0;
  },
} satisfies Command;
