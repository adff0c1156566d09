import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Journey } from '#engine/journey.ts';
import { durationSchema } from '#engine/time/duration.ts';
import { happeningSchema } from '#engine/walk/happening.ts';
import { replay } from '#engine/walk/replay.ts';
import type { Walk } from '#engine/walk/walk-type.ts';

const facts = z.record(z.string(), z.unknown());
const personSchema = z.object({
  id: z.uuid(),
  /** Their story, in a sentence. */
  tells: z.string(),
  citizen: facts,
  carer: facts.optional(),
  /** What happens to them, each so long after they entered. */
  happens: z.array(z.intersection(z.object({ after: durationSchema }), happeningSchema)),
  /** How the journey ends for them. */
  outcome: z.string(),
});

/** The file in which the people of a rehearsal are kept. */
export const rehearsalSchema = z.object({
  starts: z.iso.datetime({ offset: true }),
  trigger: z.string(),
  event: facts.optional(),
  /** By when everybody has ended. */
  lasts: durationSchema,
  people: z.array(personSchema),
});

/** Ten invented citizens of a gallery journey, what happens to each and how it ends. */
export type Rehearsal = z.infer<typeof rehearsalSchema>;
export type RehearsedPerson = Rehearsal['people'][number];

/** The rehearsal in a folder of the gallery. */
export function loadRehearsal(folder: string): Rehearsal {
  return rehearsalSchema.parse(
    JSON.parse(readFileSync(path.join(process.cwd(), 'gallery', folder, 'rehearsal.json'), 'utf8')),
  );
}

/** Walks one of them through their journey to its end. */
export function rehearse(
  journey: Journey,
  { starts, trigger, event, lasts }: Rehearsal,
  person: RehearsedPerson,
): Walk {
  const { id, citizen, carer, happens } = person;
  return replay(journey, {
    starts: Date.parse(starts),
    trigger,
    event,
    lasts,
    person: { id, citizen, carer },
    happens,
  });
}
