/** How an SMS travels: `units` are septets (GSM-7) or 16-bit units (UCS-2); `culprits` are the characters that force UCS-2. */
export type SmsParts = {
  alphabet: 'gsm-7' | 'ucs-2';
  characters: number;
  units: number;
  parts: number;
  culprits: string[];
};

/**
 * Counts the parts of an SMS exactly (3GPP TS 23.038 and 23.040): 160 septets or 70 units alone, 153 or 67 with the
 * header of a multipart; an escape or a surrogate pair never breaks across parts. An empty text has no part.
 */
export function smsParts(text: string): SmsParts {
  let units = 0;
  for (let i = 0; i < text.length; i++) {
    const cost = septets(text, i);
    if (cost === 0) return inUcs2(text);
    units += cost;
  }
  const parts = partsOf(text, units, 160, 153, septets);
  return { alphabet: 'gsm-7', characters: text.length, units, parts, culprits: [] };
}

function inUcs2(text: string): SmsParts {
  const culprits = [...new Set(text)].filter((one) => one.length > 1 || septets(one, 0) === 0);
  const parts = partsOf(text, text.length, 70, 67, ucsUnits);
  return { alphabet: 'ucs-2', characters: lengthInCharacters(text), units: text.length, parts, culprits };
}

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';

/** Septets of each 16-bit unit: 0 is outside GSM-7. */
const COST = new Uint8Array(0x1_0000);
for (const character of BASIC) COST[character.charCodeAt(0)] = 1;
for (const character of EXTENSION) COST[character.charCodeAt(0)] = 2;

function septets(text: string, at: number): number {
  return COST[text.charCodeAt(at)] as number;
}

function ucsUnits(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isLead(unit) && isTrail(text.charCodeAt(at + 1))) return 2;
  // The second half was counted with the first.
  return isTrail(unit) && at > 0 && isLead(text.charCodeAt(at - 1)) ? 0 : 1;
}

function partsOf(
  text: string,
  units: number,
  alone: number,
  together: number,
  cost: (text: string, at: number) => number,
): number {
  if (units === 0) return 0;
  if (units <= alone) return 1;
  let parts = 1;
  let used = 0;
  for (let i = 0; i < text.length; i++) {
    const needed = cost(text, i);
    if (used + needed > together) {
      parts++;
      used = 0;
    }
    used += needed;
  }
  return parts;
}

function lengthInCharacters(text: string): number {
  let pairs = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    if (isLead(text.charCodeAt(i)) && isTrail(text.charCodeAt(i + 1))) {
      pairs++;
      i++;
    }
  }
  return text.length - pairs;
}

const isLead = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isTrail = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
