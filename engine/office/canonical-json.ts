/**
 * A value as canonical JSON (RFC 8785): one spelling whatever the order of its keys, so that it can be hashed and signed.
 * Members that are `undefined` are left out; what JSON cannot say (NaN, bigint, a function, half a surrogate pair) throws.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('A number without end has no canonical JSON');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
    // RFC 8785 sorts by UTF-16 code units, which is how JavaScript compares strings.
    members.sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([key, inner]) => `${text(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  throw new TypeError(`${typeof value} has no canonical JSON`);
}

function text(value: string): string {
  if (/[\ud800-\udfff]/u.test(value)) throw new TypeError('Half a surrogate pair has no canonical JSON');
  return JSON.stringify(value);
}
