import { type Block, readBlocks } from './blocks.ts';

/**
 * The HTML of an e-mail, from its body as blocks: one column of a table, styles beside what they dress, no script, no style
 * sheet and nothing fetched but the images that the official placed. Liquid codes stay where they were, so the result is a
 * template of medium `html`. docs/decisions/050 says why this is written here.
 */
export function mailHtml({ subject, body, language }: { subject: string; body: string; language: string }): string {
  const blocks = readBlocks(body).map(blockHtml).join('\n');
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${aroundCodes(subject, escaped)}</title></head>
<body style="margin:0;padding:0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;max-width:600px;text-align:left;font:17px/1.55 Verdana,Arial,sans-serif"><tr><td>
${blocks}
</td></tr></table>
</td></tr></table>
</body>
</html>`;
}

/** The plain words of a body, for readers without HTML: what blocks look like when written by hand. */
export function mailText(body: string): string {
  return readBlocks(body).map(blockText).join('\n\n');
}

function blockHtml(block: Block): string {
  const lang = block.lang === undefined ? '' : ` lang="${escaped(block.lang)}"`;
  switch (block.is) {
    case 'heading': {
      const size = block.level === 1 ? 'font-size:25px;line-height:1.25' : 'font-size:20px;line-height:1.3';
      return `<h${block.level}${lang} style="margin:24px 0 12px;${size}">${inline(block.text)}</h${block.level}>`;
    }
    case 'paragraph':
      return `<p${lang} style="margin:0 0 16px">${inline(block.text)}</p>`;
    case 'box':
      return `<p${lang} style="margin:0 0 16px;padding:12px 16px;border:2px solid">${inline(block.text)}</p>`;
    case 'list': {
      const tag = block.numbered ? 'ol' : 'ul';
      const items = block.items.map((words) => `<li style="margin:0 0 8px">${inline(words)}</li>`).join('');
      return `<${tag}${lang} style="margin:0 0 16px;padding-left:28px">${items}</${tag}>`;
    }
    case 'link':
      return `<p${lang} style="margin:0 0 16px"><a href="${escaped(block.href)}" style="display:inline-block;padding:10px 20px;border:2px solid;border-radius:4px;font-weight:bold">${inline(block.text)}</a></p>`;
    case 'image':
      return `<p${lang} style="margin:0 0 16px"><img src="${escaped(block.src)}" alt="${escaped(block.text)}" style="max-width:100%;height:auto"></p>`;
    case 'line':
      return '<hr style="margin:24px 0;border:0;border-top:1px solid">';
  }
}

function blockText(block: Block): string {
  switch (block.is) {
    case 'line':
      return '----';
    case 'link':
      return `${words(block.text)}: ${block.href}`;
    case 'image':
      return block.text;
    case 'list':
      return block.items.map((item, i) => `${block.numbered ? `${i + 1}.` : '-'} ${words(item)}`).join('\n');
    case 'heading':
    case 'paragraph':
    case 'box':
      return words(block.text);
  }
}

const linkWithin = /\[([^\]\n]+)\]\((https:\/\/[^\s<>"'(){}]+)\)/g;

const words = (text: string) => text.replace(linkWithin, '$1 ($2)').replace(/\*\*([^*\n]+)\*\*/g, '$1');

/** Escapes the official's words but not their codes, which are filled, and escaped, later. */
function inline(text: string): string {
  return aroundCodes(text, escaped)
    .replace(linkWithin, '<a href="$2">$1</a>')
    .replace(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll('\n', '<br>\n');
}

function aroundCodes(text: string, change: (words: string) => string): string {
  return text
    .split(/(\{\{.*?\}\}|\{%.*?%\})/s)
    .map((piece, i) => (i % 2 === 1 ? piece : change(piece)))
    .join('');
}

const entity: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entity[character] as string);
}
