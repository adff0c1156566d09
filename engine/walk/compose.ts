import type { Send } from '../node.ts';
import { knownZone } from '../rule/day.ts';
import { writeMessage } from '../text/write-message.ts';
import type { Walk, WalkMessage } from './walk-type.ts';

/** The message that a `send` makes, in the citizen's language, else its base, else the journey's first. */
export function compose(walk: Walk, node: string, rung: string, { channel, to, expiresMs }: Send): WalkMessage {
  const { journey } = walk.world;
  const { citizen } = walk.person;
  const zone = knownZone(citizen['zone'], 'Europe/Madrid');
  const facts = { citizen, member: walk.vars, event: walk.event, now: walk.now, zone };
  const language = String(citizen['language'] ?? '');
  const written = writeMessage(journey, { node, channel, language }, facts);
  return {
    node,
    visit: walk.visits[node] ?? 0,
    rung,
    channel,
    to,
    language: written.language,
    text: written.text,
    reason: written.reason,
    status: 'queued',
    queuedAt: walk.now,
    acceptedAt: null,
    expiresAt: expiresMs === null ? null : walk.now + expiresMs,
  };
}
