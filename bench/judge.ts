import { readLedger } from '#channels/sandbox/ledger.ts';
import { checkCode } from '#engine/text/check-code.ts';

/** What the gateway's ledger on disk says of one run; nothing of Cauce's own database is asked. Times are epoch ms. */
export type Verdict = {
  /** Messages accepted, each (citizen, node, visit, rung) once. */
  handed: number;
  /** Different citizens with at least one message accepted. */
  citizens: number;
  /** (citizen, node, visit, rung) accepted again: under another key, or under the same key by a provider without keys. */
  duplicated: number;
  /** Repeats under a key that the provider already knew: nothing left twice. */
  repeated: number;
  /** Accepted texts without the check code of their own key. */
  wrongTexts: number;
  languages: Record<string, number>;
  firstAt: number | null;
  /** By `node/visit/rung`: how many citizens, and when the first and the last of them was handed over. */
  rungs: Record<string, { citizens: number; firstAt: number; lastAt: number }>;
};

type Line = { at: number; account: string; codes?: string; batch?: { messages: Message[] } };
type Message = { key: string; about?: string; text?: string; raw?: string; language?: string };

/** Called for each accepted message the first time it is, in the order of the ledger. */
export type OnHanded = (message: { citizen: string; place: string; key: string; account: string; at: number }) => void;

/** Reads the ledger of a sandbox folder from its beginning and judges one run. */
export function judge(folder: string, run: string, onHanded?: OnHanded): Verdict {
  const verdict: Verdict = {
    handed: 0,
    citizens: 0,
    duplicated: 0,
    repeated: 0,
    wrongTexts: 0,
    languages: {},
    firstAt: null,
    rungs: {},
  };
  const seen = new Set<string>();
  const citizens = new Set<string>();
  const prefix = `${run}/`;
  readLedger(folder, (line) => {
    if (!line.includes(prefix)) return;
    const { at, account, codes, batch } = JSON.parse(line.toString()) as Line;
    batch?.messages.forEach((message, i) => {
      const about = message.about ?? '';
      const code = codes?.[i];
      if (!about.startsWith(prefix)) return;
      if (code === 'r') verdict.repeated++;
      if (code !== 'a' && code !== 'd') return;
      const rest = about.slice(prefix.length);
      if (code === 'd' || seen.has(rest)) {
        verdict.duplicated++;
        return;
      }
      seen.add(rest);
      const [citizen = '', place = ''] = splitAt(rest, rest.indexOf('/'));
      citizens.add(citizen);
      note(verdict, place, at);
      if (!says(message, checkCode(message.key))) verdict.wrongTexts++;
      const language = message.language ?? '';
      verdict.languages[language] = (verdict.languages[language] ?? 0) + 1;
      onHanded?.({ citizen, place, key: message.key, account, at });
    });
  });
  verdict.handed = seen.size;
  verdict.citizens = citizens.size;
  return verdict;
}

function note(verdict: Verdict, place: string, at: number): void {
  verdict.firstAt ??= at;
  const rung = (verdict.rungs[place] ??= { citizens: 0, firstAt: at, lastAt: at });
  rung.citizens++;
  rung.lastAt = Math.max(rung.lastAt, at);
}

// Quoted-printable breaks long lines anywhere.
const says = ({ text, raw }: Message, code: string): boolean =>
  (text ?? raw?.replaceAll('=\r\n', '') ?? '').includes(code);
const splitAt = (text: string, place: number): [string, string] => [text.slice(0, place), text.slice(place + 1)];
