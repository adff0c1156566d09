/**
 * A piece of a text as it is edited: words, a value with how it is written and what stands for it when it is missing, or
 * code that only its own source can tell.
 */
export type Segment =
  | { is: 'words'; source: string }
  | { is: 'value'; source: string; name: string; format: string | null; fallback: string | null }
  | { is: 'code'; source: string };

/** The pieces of a text; their sources one after another are the text. */
export function readSegments(source: string): Segment[] {
  return source
    .split(/(\{\{.*?\}\}|\{%.*?%\})/s)
    .map((piece, i): Segment => (i % 2 === 0 ? { is: 'words', source: piece } : readCode(piece)))
    .filter((segment) => segment.source !== '');
}

/** The code of a value. A fallback comes first, for it is what the format is then given. */
export function valueSource(value: { name: string; format: string | null; fallback: string | null }): string {
  const fallback = value.fallback === null ? '' : ` | default: ${quoted(value.fallback)}`;
  const format = value.format === null ? '' : ` | ${value.format}`;
  return `{{ ${value.name}${fallback}${format} }}`;
}

/** The ways of writing a value that officials are offered, by its type; null: as it is. */
export const formats: Record<string, readonly (string | null)[]> = {
  date: ["date: 'long'", "date: 'short'", "date: 'weekday'"],
  number: ['number', 'euros', null],
  text: [null, 'capitalize', 'upcase'],
};

const output = /^\{\{\s*([A-Za-z_]\w*(?:\.[A-Za-z_][\w-]*)+)\s*((?:\|[^|{}]*)*)\}\}$/;

function readCode(source: string): Segment {
  const [, name, written = ''] = output.exec(source) ?? [];
  if (name === undefined) return { is: 'code', source };
  const filters = written
    .split('|')
    .map((filter) => filter.trim())
    .filter((filter) => filter !== '');
  const [first, ...rest] = filters;
  const fallback = /^default:\s*(?:"([^"]*)"|'([^']*)')$/.exec(first ?? '');
  const formatting = fallback ? rest : filters;
  // Two formats, or a default that is not written first, are for those who read code.
  if (formatting.length > 1 || formatting.some((filter) => filter.startsWith('default'))) return { is: 'code', source };
  return {
    is: 'value',
    source,
    name,
    format: formatting[0] ?? null,
    fallback: fallback ? (fallback[1] ?? fallback[2] ?? '') : null,
  };
}

/** Liquid has no escapes: the quotes that the text itself does not use, and none of the marks that would end the code. */
function quoted(text: string): string {
  const plain = text.replace(/[{}|\\]/g, '');
  return plain.includes("'") ? `"${plain.replaceAll('"', '”')}"` : `'${plain}'`;
}
