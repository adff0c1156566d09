import { memberTimeline } from '#drizzle/queries/member-timeline.ts';
import { membersOf } from '#drizzle/queries/members-of.ts';
import type { Journey } from '#engine/journey.ts';
import { nodeOf } from '#engine/state-name.ts';
import { type Command, type Desk, needed, Wrong } from './command.ts';
import { words } from './words.ts';

/** Tells the path of a citizen (ref or id) through every run, or of one member (id), with the reasons. */
export const timeline = {
  usage: 'timeline CITIZEN [--json]',
  options: { json: { type: 'boolean' } },
  run: async (desk, [citizen], values) => {
    const called = needed(citizen, 'CITIZEN');
    const members = await membersOf(desk.database(), await desk.unitId(values), called);
    if (members.length === 0) throw new Wrong(words.noSuchCitizen(called));
    for (const id of members) await tell(desk, id, values['json'] === true);
    return 0;
  },
} satisfies Command;

async function tell(desk: Desk, id: string, json: boolean): Promise<void> {
  const told = await memberTimeline(desk.database(), id);
  if (!told) return;
  const { document, compiled: _, ...rest } = told;
  if (json) return desk.say(JSON.stringify(rest));
  const journey = document as Journey; // published, so parse has read it
  const titled = (state: string) => journey.nodes.find((node) => node.id === nodeOf(state))?.title ?? state;
  const { run, person, member, steps, messages, tasks, attention } = told;
  desk.say(
    `${run.journey.title} · ${desk.t(`runStatus.${run.status}`)}${run.mode === 'drill' ? ` · ${desk.t('shell.drill')}` : ''} · ${person.number}`,
  );
  for (const { at, decision, note } of steps) {
    if (!decision) {
      desk.say(`  ${short(at)}  ${note ?? ''}`);
      continue;
    }
    const read = Object.entries(decision.read).map(([name, holds]) => `${holds ? '' : '¬'}${name}`);
    desk.say(
      `  ${short(at)}  ${decision.event} → ${titled(decision.next)}${read.length > 0 ? `  (${read.join(', ')})` : ''}`,
    );
  }
  for (const message of messages)
    desk.say(
      `  ${short(message.queuedAt)}  ${message.channel}: ${desk.t(`messageStatus.${message.status}`)}${message.reason ? ` (${message.reason})` : ''}`,
    );
  for (const task of tasks)
    desk.say(`  ${short(task.createdAt)}  ${task.title}: ${desk.t(`taskStatus.${task.status}`)} ${task.outcome ?? ''}`);
  if (attention) desk.say(`  ✗ ${attention.reason} ${attention.detail ?? ''}`);
  desk.say(`  ${desk.t(`memberStatus.${member.status}`)}: ${member.outcome ?? titled(member.state)}`);
}

const short = (iso: string) => `${iso.slice(0, 19)}Z`;
