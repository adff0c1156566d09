import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Journey } from '#engine/journey.ts';
import { nodeOf } from '#engine/state-name.ts';
import type { Walk } from '#engine/walk/walk-type.ts';
import { galleryFolders } from '#gallery/load-journey.ts';
import { rehearsalSchema, rehearse } from '#gallery/rehearsal.ts';
import { type Command, type Desk, fileBytes, jsonOf, needed, Wrong } from './command.ts';
import { readJourney } from './read-journey.ts';
import { words } from './words.ts';

/** Walks the people of an events file (as gallery/<journey>/rehearsal.json) through a journey, step by step. Exit 1 when one ends otherwise than the file says. */
export const walk = {
  usage: 'walk FILE|FOLDER [--events EVENTS.json] [--person N]',
  options: { events: { type: 'string' }, person: { type: 'string' } },
  run: (desk, [file], { events, person }) => {
    const asked = needed(file, 'FILE');
    const parsed = readJourney(asked);
    if (!parsed.ok) {
      desk.problems(parsed.problems);
      return 1;
    }
    const from = typeof events === 'string' ? events : besides(asked);
    const rehearsal = rehearsalSchema.safeParse(
      jsonOf(fileBytes(needed(from, '--events')).toString('utf8'), needed(from, '--events')),
    );
    if (!rehearsal.success)
      throw new Wrong(
        words.badEvents(rehearsal.error.issues[0]?.path.join('.') ?? '', rehearsal.error.issues[0]?.message ?? ''),
      );
    const { people } = rehearsal.data;
    const chosen = person === undefined ? people : people.slice(Number(person) - 1, Number(person));
    let otherwise = 0;
    for (const one of chosen) {
      const walked = rehearse(parsed.journey, rehearsal.data, one);
      if (walked.outcome !== one.outcome || walked.problem) otherwise += 1;
      tell(desk, parsed.journey, one.tells, walked, one.outcome);
    }
    return otherwise > 0 ? 1 : 0;
  },
} satisfies Command;

function besides(file: string): string | undefined {
  const folders = [
    file,
    path.dirname(file),
    ...(galleryFolders().includes(file) ? [fileURLToPath(new URL(`../../gallery/${file}`, import.meta.url))] : []),
  ];
  return folders.map((folder) => path.join(folder, 'rehearsal.json')).find((candidate) => existsSync(candidate));
}

function tell(desk: Desk, journey: Journey, story: string, walked: Walk, expected: string): void {
  const titled = (state: string) => journey.nodes.find(({ id }) => id === nodeOf(state))?.title ?? state;
  desk.say(`\n${story}`);
  for (const { at, event, next, effects } of walked.log) {
    const did = effects.map((effect) => effect.do).filter((done) => done !== 'finish');
    desk.say(
      `  ${new Date(at).toISOString().slice(0, 16)}Z  ${event} → ${titled(next)}${did.length > 0 ? ` [${did.join(', ')}]` : ''}`,
    );
  }
  for (const { channel, text, status } of walked.messages)
    if (text) desk.say(`    ${channel} (${status}): ${text.body.split('\n')[0]}`);
  desk.say(`  ${walked.outcome === expected ? '✓' : '✗'} ${walked.status}: ${walked.outcome ?? '–'}`);
}
