import type { Journey, Text } from '../journey.ts';
import type { Facts } from '../rule/read-fact.ts';
import { textAt } from '../text-at.ts';
import { textValues } from '../text-values.ts';
import { isLaidOut } from './blocks.ts';
import type { Medium } from './escape-value.ts';
import { mailHtml, mailText } from './mail-html.ts';
import { prepareText } from './slots.ts';

/** What somebody reads, or null with the `reason` why it could not be written; `html` where an e-mail is laid out. */
export type WrittenMessage = {
  language: string;
  text: { subject?: string | undefined; body: string; html?: string } | null;
  reason: string | null;
};

const media: Record<string, Medium> = { sms: 'sms', voice: 'voice' };

/** Nothing is sent, so there is nothing to check: the code only shows where one would stand. */
const exampleCode = '00000-00000';

/** A node's text on a channel for one person: in the language wanted, else its base, else the journey's first. */
export function writeMessage(
  journey: Pick<Journey, 'texts' | 'languages'>,
  { node, channel, language: wanted }: { node: string; channel: string; language: string },
  facts: Facts,
): WrittenMessage {
  const languages = [wanted, wanted.split('-')[0] ?? wanted, ...journey.languages.slice(0, 1)];
  const language = languages.find((candidate) => textAt(journey.texts, { language: candidate, node, channel }));
  if (language === undefined) return { language: wanted, text: null, reason: 'no-text' };
  const text = textAt(journey.texts, { language, node, channel });
  return { language, ...writeText(text ?? { body: '' }, { channel, language }, facts) };
}

/** One text for one person, whether or not it stands in a journey yet. */
export function writeText(
  { subject, body }: Text,
  { channel, language }: { channel: string; language: string },
  facts: Facts,
): Pick<WrittenMessage, 'text' | 'reason'> {
  const setting = { medium: media[channel] ?? 'text', language, zone: facts.zone };
  const fill = (source: string, medium = setting.medium) => {
    const text = prepareText(source, { ...setting, medium });
    return text.ok ? text.value.write(textValues(text.value.variables, facts, exampleCode)) : text;
  };
  const page = (channel === 'email' || channel === 'letter') && isLaidOut(body);
  const title = subject === undefined ? undefined : fill(subject);
  const words = fill(page ? mailText(body) : body);
  const html =
    page && channel === 'email' ? fill(mailHtml({ subject: subject ?? '', body, language }), 'html') : undefined;
  for (const part of [title, words, html]) if (part?.ok === false) return { text: null, reason: part.problem.code };
  return {
    text: {
      ...(title?.ok ? { subject: title.value } : {}),
      body: words.ok ? words.value : '',
      ...(html?.ok ? { html: html.value } : {}),
    },
    reason: null,
  };
}
