import { readSegments } from '#engine/text/segments.ts';
import type { InspectorContext } from '../../inspector/context.ts';
import { factTitle } from '../facts/fact-choices.ts';

/** What a chip shows: the name of its value, or of its code what only code can say. */
export function chipText(source: string, context: InspectorContext): string {
  const [segment] = readSegments(source);
  if (segment?.is !== 'value') return source.replace(/^\{[{%]\s*|\s*[}%]\}$/g, '');
  return valueTitle(segment.name, context);
}

/** How a value that a text mentions is called. */
export function valueTitle(name: string, context: InspectorContext): string {
  if (name === 'message.code') return context.say('message.check-code');
  if (name.startsWith('event.')) return context.say('message.of-event', { name: name.slice('event.'.length) });
  return factTitle(context, name);
}
