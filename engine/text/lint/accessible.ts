import type { Problem } from '../../problem.ts';
import { type Block, readBlocks } from '../blocks.ts';
import { baseOf, type Lint, plainWords } from './passage.ts';
import { tongueOf } from './tongue.ts';

/** What keeps somebody from reading a text with a screen reader, a translator or tired eyes (EN 301 549, WCAG 2.2). */
export const lintAccessible: Lint = (passage) => {
  const blocks = readBlocks(passage.body);
  return [
    ...headings(blocks),
    ...blocks.flatMap((block) => [...alternatives(block), ...linkWords(block)]),
    ...shouting(passage.body),
    ...tongues(blocks, passage.language),
  ].slice(0, 6);
};

function headings(blocks: readonly Block[]): Problem[] {
  const levels = blocks.flatMap((block) => (block.is === 'heading' ? [block.level] : []));
  return levels[0] === 2 && levels.includes(1) ? [{ code: 'text-headings-order', severity: 'warning' }] : [];
}

function alternatives(block: Block): Problem[] {
  if (block.is !== 'image') return [];
  const said = block.text.trim();
  const isName = /\.(?:png|jpe?g|gif|svg|webp)$/i.test(said) || /^(?:imagen|foto|logo|image)$/i.test(said);
  return said === '' || isName ? [{ code: 'image-without-words', severity: 'error', params: { src: block.src } }] : [];
}

/** «Pulse aquí» says nothing when links are read one after another. */
function linkWords(block: Block): Problem[] {
  const texts = 'text' in block ? [block.text] : 'items' in block ? block.items : [];
  const within = texts.flatMap((text) =>
    [...text.matchAll(/(?<!!)\[([^\]]+)\]\(https/g)].map(([, words = '']) => words),
  );
  const all = block.is === 'link' ? [block.text, ...within] : within;
  const vague = all.find((words) =>
    /^(?:pulse |haga clic |clic |click )?(?:aquí|ací|aqui|here|hemen|más|enlace|link|premeu ací|este enlace)\.?$/i.test(
      words.trim(),
    ),
  );
  return vague === undefined ? [] : [{ code: 'link-says-nothing', severity: 'warning', params: { words: vague } }];
}

function shouting(body: string): Problem[] {
  const loud = /(?:(?<!\p{L})\p{Lu}{2,}[ ,.]+){4,}\p{Lu}{2,}/u.exec(plainWords(body));
  return loud ? [{ code: 'text-shouts', severity: 'warning', params: { words: loud[0].slice(0, 40) } }] : [];
}

function tongues(blocks: readonly Block[], language: string): Problem[] {
  for (const block of blocks) {
    const declared = baseOf(block.lang ?? language);
    const words = plainWords('text' in block ? block.text : 'items' in block ? block.items.join('. ') : '');
    const found = tongueOf(words);
    if (found !== undefined && known.has(declared) && found !== declared)
      return [
        {
          code: 'text-in-another-language',
          severity: 'warning',
          params: { found, declared, begins: words.slice(0, 40) },
        },
      ];
  }
  return [];
}

const known = new Set(['es', 'ca', 'gl', 'eu', 'en', 'fr']);
