/** A piece of a help page: a passage of words, some of them strong, or a list. */
export type HelpPiece = { is: 'title' | 'words'; runs: Run[] } | { is: 'list'; items: Run[][] };
export type Run = { text: string; strong: boolean };

/**
 * Reads the little of Markdown that help pages use: a title, paragraphs, lists and `**strong**` words. Whatever else is in
 * it stays words, so that nothing of a page can become markup.
 */
export function readHelp(markdown: string): HelpPiece[] {
  return markdown
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map(readPiece);
}

function readPiece(piece: string): HelpPiece {
  const title = /^#{1,6} ([^\n]+)$/.exec(piece)?.[1];
  if (title !== undefined) return { is: 'title', runs: runsOf(title) };
  const lines = piece.split('\n');
  if (lines.every((line) => /^[-*] /.test(line))) return { is: 'list', items: lines.map((line) => runsOf(line.slice(2))) };
  return { is: 'words', runs: runsOf(lines.join(' ')) };
}

function runsOf(text: string): Run[] {
  return text
    .split(/(\*\*[^*]+\*\*)/)
    .filter((run) => run !== '')
    .map((run) => (run.startsWith('**') && run.length > 4 ? { text: run.slice(2, -2), strong: true } : { text: run, strong: false }));
}
