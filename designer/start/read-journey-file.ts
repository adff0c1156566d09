import { type Parsed, parse } from '#engine/journey.ts';

/** Larger files (bytes) are no journey: the longest one that Cauce runs, in five languages, has a tenth of this. */
export const largestFile = 5 * 1024 * 1024;

/** Reads a file as a journey; anything else comes back as problems, each with its place. */
export async function readJourneyFile(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<Parsed> {
  if (file.size > largestFile) return wrong('file-too-large', { most: 5, n: Math.ceil(file.size / 1024 / 1024) });
  if (file.size === 0) return wrong('file-empty');
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return wrong(isOtherText(bytes) ? 'file-not-utf8' : 'file-not-text');
  }
  return readJourneyText(text);
}

/** Whether bytes that are no UTF-8 are text all the same: marked as UTF-16, or without what only programs and pictures hold. */
function isOtherText(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const text = new TextDecoder('latin1').decode(bytes);
  return /^\s*[[{]/.test(text) && !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32));
}

/** Reads text as a journey; where it is no JSON, the problem says in which line it stops being one. */
export function readJourneyText(text: string): Parsed {
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line = at === undefined ? text.split('\n').length : text.slice(0, Number(at)).split('\n').length;
    return wrong('file-not-json', { line });
  }
}

function wrong(code: string, params: Record<string, number> = {}): Parsed {
  return { ok: false, problems: [{ code, severity: 'error', params }] };
}
