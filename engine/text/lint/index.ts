import type { Problem } from '../../problem.ts';
import { lintAccessible } from './accessible.ts';
import { lintJargon } from './jargon.ts';
import type { Lint, Passage } from './passage.ts';
import { lintPassive } from './passive.ts';
import { lintReadability, lintSentences } from './plain-language.ts';
import { lintSmishing } from './smishing.ts';
import { lintWarningContent } from './warning-content.ts';

/** Every look at a text, in the order officials read about it. Adding one is one line here. */
const lints: Lint[] = [
  lintSmishing,
  lintWarningContent,
  lintReadability,
  lintSentences,
  lintPassive,
  lintJargon,
  lintAccessible,
];

/** What is wrong, or could be better, with one text. */
export function lintText(passage: Passage): Problem[] {
  return lints.flatMap((lint) => lint(passage));
}
