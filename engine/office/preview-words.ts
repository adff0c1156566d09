import type { Channel, FollowUpKind, Said, Text } from '../journey.ts';
import type { Medium } from '../text/escape-value.ts';
import { parseTemplate, renderTemplate, type Values, variablesOf } from '../text/template.ts';
import type { Content } from './content.ts';
import { wordsOf } from './difference.ts';

/** What of a content is said, in which languages and about what. */
export type Spoken = {
  languages: string[];
  texts: Content['texts'];
  followUps: Partial<Record<FollowUpKind, { said: Said } | undefined>>;
  event: Record<string, unknown> | null;
};

/** One text as a phone, a mailbox or a letter shows it; `node` is `@<kind>` for what may be told afterwards. */
export type PreviewedText = {
  language: string;
  node: string;
  channel: Channel;
  subject: string | null;
  body: string;
};

const media: Partial<Record<string, Medium>> = { sms: 'sms', voice: 'voice' };
/** An invented person, and the shape of a check code: what a text would say to somebody. */
const examples: Record<string, string> = {
  'citizen.givenName': 'Carmen',
  'citizen.familyName': 'Ruiz',
  'message.code': 'K7QM2-PX4AB',
};

/**
 * The words of a content as they are received: with the facts of its event, an invented person in the places of a citizen,
 * and in brackets what it is called (`nameOf`) where only each person's own data say what stands there.
 */
export function previewWords(content: Spoken, nameOf: NameOf): PreviewedText[] {
  return [...wordsOf(content).values()].map(({ place, text }) => ({
    ...place,
    channel: place.channel as Channel, // contents are frozen from journeys, whose texts stand under channels
    ...filled(text, place.language, media[place.channel] ?? 'text', (names) =>
      valuesOf(names, content.event ?? {}, nameOf),
    ),
  }));
}

/** What a fact is called, by its whole name (`citizen.grantDeadline`). */
type NameOf = (fact: string) => string;

function filled({ subject, body }: Text, language: string, medium: Medium, valuesFor: (names: string[]) => Values) {
  const fill = (source: string): string => {
    const template = parseTemplate(source, { medium, language, zone: 'Europe/Madrid' });
    if (!template.ok) return source;
    const written = renderTemplate(template.value, valuesFor(variablesOf(template.value)));
    return written.ok ? written.value : source;
  };
  return { subject: subject === undefined ? null : fill(subject), body: fill(body) };
}

function valuesOf(names: readonly string[], event: Record<string, unknown>, nameOf: NameOf): Values {
  const values: Tree = { event };
  for (const name of names.filter((one) => !one.startsWith('event.'))) {
    const [source = '', ...rest] = name.split('.');
    const place = (values[source] ??= {}) as Tree;
    place[rest.join('.')] = examples[name] ?? `(${nameOf(name)})`;
  }
  return values as Values; // an event is JSON, which templates take
}

type Tree = { [name: string]: unknown };
