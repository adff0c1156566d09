import type { Journey, Text } from './journey.ts';

/** The text of a node on a channel in a language; names that every object has find nothing. */
export function textAt(
  texts: Journey['texts'],
  { language, node, channel }: { language: string; node: string; channel: string },
): Text | undefined {
  return own(own(own(texts, language), node), channel);
}

function own<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
