/**
 * What an e-mail or a letter is made of. `lang` marks a passage in another language than the text's own. Only `link` and
 * `image` carry an address, and no address holds a value of a person: it would be a token.
 */
export type Block = (
  | { is: 'heading'; level: 1 | 2; text: string }
  | { is: 'paragraph'; text: string }
  | { is: 'box'; text: string }
  | { is: 'list'; numbered: boolean; items: string[] }
  | { is: 'link'; text: string; href: string }
  | { is: 'image'; text: string; src: string }
  | { is: 'line' }
) & { lang?: string };

/**
 * Reads an official's body as blocks, parted by empty lines: `# ` and `## ` headings, `- ` and `1. ` lists, `> ` a box,
 * `[words](https://…)` alone a button, `![what it shows](https://…)` an image, `---` a line, `[[ca]] ` a passage in that
 * language. Whatever is none of these is a paragraph, so every plain text is already made of blocks.
 */
export function readBlocks(body: string): Block[] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((piece) => piece.replace(/^\n+|\s+$/g, ''))
    .filter((piece) => piece.trim() !== '')
    .flatMap(readPiece);
}

/** The body that `readBlocks` reads as these blocks. */
export function writeBlocks(blocks: readonly Block[]): string {
  return blocks.map((block) => `${block.lang ? `[[${block.lang}]] ` : ''}${written(block)}`).join('\n\n');
}

/** Whether a body asks for more than paragraphs, so that it is worth sending as HTML beside the plain words. */
export function isLaidOut(body: string): boolean {
  return readBlocks(body).some(
    (block) => block.is !== 'paragraph' || block.lang !== undefined || /\*\*|\]\(/.test(block.text),
  );
}

const languageMark = /^\[\[([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\]\] ?/;

function readPiece(piece: string): Block[] {
  const marked = languageMark.exec(piece);
  if (!marked) return splitLists(piece).map(readBlock);
  const lang = marked[1] ?? '';
  return splitLists(piece.slice(marked[0].length)).map((rest) => ({ ...readBlock(rest), lang }));
}

/** A list may follow its introduction on the next line, as people write. */
function splitLists(piece: string): string[] {
  const lines = piece.split('\n');
  const first = lines.findIndex((line) => item.test(line));
  if (first <= 0 || !lines.slice(first).every((line) => item.test(line))) return [piece];
  return [lines.slice(0, first).join('\n'), lines.slice(first).join('\n')];
}

const item = /^(?:- |\d{1,2}[.)] )/;
const address = 'https://[^\\s<>"\'(){}]+';
const linkAlone = new RegExp(`^\\[([^\\]\\n]+)\\]\\((${address})\\)$`);
const imageAlone = new RegExp(`^!\\[([^\\]\\n]*)\\]\\((${address})\\)$`);

function readBlock(text: string): Block {
  const [, sharps, title] = /^(#{1,2}) ([^\n]+)$/.exec(text) ?? [];
  if (sharps && title) return { is: 'heading', level: sharps.length === 1 ? 1 : 2, text: title };
  if (text === '---') return { is: 'line' };
  const [, words, href] = linkAlone.exec(text) ?? [];
  if (words && href) return { is: 'link', text: words, href };
  const [, shows, src] = imageAlone.exec(text) ?? [];
  if (shows !== undefined && src) return { is: 'image', text: shows, src };
  const lines = text.split('\n');
  if (lines.every((line) => line.startsWith('> ')))
    return { is: 'box', text: lines.map((line) => line.slice(2)).join('\n') };
  if (lines.every((line) => item.test(line)))
    return { is: 'list', numbered: /^\d/.test(text), items: lines.map((line) => line.replace(item, '')) };
  return { is: 'paragraph', text };
}

function written(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'line':
      return '---';
    case 'link':
      return `[${block.text}](${block.href})`;
    case 'image':
      return `![${block.text}](${block.src})`;
    case 'box':
      return block.text.replace(/^/gm, '> ');
    case 'list':
      return block.items.map((words, i) => `${block.numbered ? `${i + 1}.` : '-'} ${words}`).join('\n');
    case 'paragraph':
      return block.text;
  }
}
