import type { MessageClass } from '../../journey.ts';
import type { Problem } from '../../problem.ts';
import { readBlocks } from '../blocks.ts';

/** One text as lints look at it: what it is for, its source, and its words as somebody would read them. */
export type Passage = {
  /** BCP 47; a variant such as `es-x-easy` is read by its base. */
  language: string;
  channel: string;
  class: MessageClass;
  subject: string;
  body: string;
  /** True when it is the first a person hears: an emergency must then say all five things at once. */
  opens: boolean;
  /** Domains that the administration has proved to be its own; undefined where nobody keeps that list. */
  domains?: readonly string[] | undefined;
};

/** Looks at one text for one thing; problems name no place, whoever asks knows it. */
export type Lint = (passage: Passage) => Problem[];

/** The language without its variant. */
export function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}

/** The official's words without codes and markup: a value is its fallback, or a word that no lint stumbles over. */
export function plainWords(source: string): string {
  const spoken = source
    .replace(/\{%.*?%\}/gs, ' ')
    .replace(/\{\{(.*?)\}\}/gs, (_, output: string) => /default:\s*["']([^"']*)["']/.exec(output)?.[1] ?? standIn)
    .replace(/\{[{%].*$/s, ' ');
  return readBlocks(spoken)
    .flatMap((block) => ('items' in block ? block.items : 'text' in block ? [block.text] : []))
    .map((text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('**', ''))
    .map((text) => (/[.!?…:;]$/.test(text.trim()) ? text : `${text}.`))
    .join('\n');
}

/** A value nobody knows yet. */
const standIn = 'dato';
