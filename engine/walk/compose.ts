import type { Send } from '../node.ts';
import { knownZone } from '../rule/day.ts';
import type { Medium } from '../text/escape-value.ts';
import { prepareText } from '../text/slots.ts';
import { textAt } from '../text-at.ts';
import { textValues } from '../text-values.ts';
import type { Walk, WalkMessage } from './walk-type.ts';

const media: Record<string, Medium> = { sms: 'sms', voice: 'voice' };

/** A walk sends nothing, so there is nothing to check: the code only shows where one would stand. */
const exampleCode = '00000-00000';

/** The message that a `send` makes, in the citizen's language, else its base, else the journey's first. */
export function compose(walk: Walk, node: string, rung: string, { channel, to, expiresMs }: Send): WalkMessage {
  const written = write(walk, node, channel);
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

type Written = Pick<WalkMessage, 'language' | 'text' | 'reason'>;

function write(walk: Walk, node: string, channel: string): Written {
  const { journey } = walk.world;
  const wanted = String(walk.person.citizen['language'] ?? '');
  const languages = [wanted, wanted.split('-')[0] ?? wanted, ...journey.languages.slice(0, 1)];
  const language = languages.find((candidate) => textAt(journey.texts, { language: candidate, node, channel }));
  if (language === undefined) return { language: wanted, text: null, reason: 'no-text' };
  const { subject, body } = textAt(journey.texts, { language, node, channel }) ?? { body: '' };
  const zone = knownZone(walk.person.citizen['zone'], 'Europe/Madrid');
  const setting = { medium: media[channel] ?? 'text', language, zone };
  const facts = { citizen: walk.person.citizen, member: walk.vars, event: walk.event, now: walk.now, zone };
  const fill = (source: string) => {
    const text = prepareText(source, setting);
    return text.ok ? text.value.write(textValues(text.value.variables, facts, exampleCode)) : text;
  };
  const [title, words] = [subject === undefined ? undefined : fill(subject), fill(body)];
  const failed = [title, words].find((part) => part?.ok === false);
  if (failed?.ok === false) return { language, text: null, reason: failed.problem.code };
  return {
    language,
    text: { ...(title?.ok ? { subject: title.value } : {}), body: words.ok ? words.value : '' },
    reason: null,
  };
}
