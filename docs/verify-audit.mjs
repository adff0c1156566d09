// Verifies an audit of Cauce without trusting Cauce: node verify-audit.mjs FINGERPRINT FILE… (Node 20 or later, nothing else)
// FILE: what `npm run cauce -- audit export` wrote, and the seals that came by mail; rows in their order,
// one JSON per line; other lines are passed over.
// FINGERPRINT: of the first key, from the first mail. Ends with 1, and says where, when a row was changed, removed, inserted
// or swapped, when a sealed day is missing, and when somebody else signed. What is hashed and signed: docs/audit.md.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [trusted, ...files] = process.argv.slice(2);
const wrong = [];
const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter((line) => line.startsWith('{')).map(read));
const rows = lines.filter(({ entry }) => entry !== undefined);
const seals = lines.filter(({ day }) => day !== undefined);

const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const intact = ({ at, entry, previous, hash }, place) =>
  sha256(`{"at":"${at}","entry":${entry},"previous":"${previous}","seq":${place}}`) === hash;

// The chain, followed by what each row remembers of the one before it, wherever it stands and whatever number it bears.
const heirsOf = new Map();
for (const row of rows) heirsOf.set(row.previous, [...(heirsOf.get(row.previous) ?? []), row]);
const placeOf = new Map();
const changed = new Map();
let [place, last] = [0, { seq: 0, hash: '0'.repeat(64) }];
for (;;) {
  place += 1;
  const heirs = (heirsOf.get(last.hash) ?? []).filter((row) => !placeOf.has(row));
  let row = heirs.find(({ hash }) => heirsOf.has(hash)) ?? heirs[0];
  if (!row) {
    const left = rows.filter((one) => !placeOf.has(one) && one.seq > last.seq).sort((one, other) => one.seq - other.seq);
    if (left.length === 0) break;
    row = left[0];
    const gap = [0, row.seq - place, ...Array(1_000).keys()].find((missing) => intact(row, place + missing));
    if (gap > 0) wrong.push(`rows ${place} to ${place + gap - 1} were removed`);
    if (gap === 0) wrong.push(`row ${Math.max(1, place - 1)} was changed`);
    place += gap ?? 0;
  }
  if (!intact(row, place)) changed.set(place, row);
  placeOf.set(row, place);
  last = row;
}
for (const row of rows) if (!placeOf.has(row)) wrong.push(`a row with the number ${row.seq} was inserted`);

const standing = rows.filter((row) => placeOf.has(row));
for (const [i, [row, itsPlace]] of [...placeOf].entries())
  if (standing[i] !== row) wrong.push(`row ${itsPlace} is swapped: row ${placeOf.get(standing[i])} stands in its place`);
for (const [itsPlace, row] of changed) {
  const said = ([, { at, entry }]) => intact({ ...row, at, entry }, itsPlace) || intact({ ...row, entry }, itsPlace);
  const twin = [...changed].find(said);
  wrong.push(twin ? `row ${itsPlace} is swapped: it says what row ${twin[0]} said` : `row ${itsPlace} was changed`);
}
for (const [{ entry, salt, reason }, itsPlace] of placeOf)
  if (reason && sha256(`${salt}\n${reason}`) !== read(entry).reason) wrong.push(`the reason of row ${itsPlace} was changed`);

// The keys that may sign, each from the row that brings it in until the one that hands over to the next.
const signed = (key, text, signature) => {
  const der = Buffer.from(key.public, 'base64');
  if (sha256(der) !== key.key) return false;
  return verify(null, Buffer.from(text), createPublicKey({ key: der, format: 'der', type: 'spki' }), Buffer.from(signature, 'base64'));
};
const keys = [];
for (const [{ entry }, from] of placeOf) {
  const { act, detail } = read(entry);
  const old = keys.at(-1);
  const text = `{"key":"${detail?.key}","replaces":"${old?.key}"}`;
  if (act !== 'audit.key' || (old ? !signed(old, text, detail.signature ?? '') : detail.key !== trusted)) continue;
  if (old) old.to = from;
  keys.push({ ...detail, from, to: Number.POSITIVE_INFINITY });
}
if (keys.length === 0) wrong.push(`no row brings in the key ${trusted}`);
const hashes = new Set(rows.map(({ hash }) => hash));
let next;
for (const { day, seq, hash, key, signature } of seals.sort((one, other) => (one.day < other.day ? -1 : 1))) {
  for (; next && next < day; next = after(next)) wrong.push(`${next} has no seal`);
  next = after(day);
  const its = keys.find((one) => one.key === key && seq >= one.from && seq < one.to);
  if (!its) wrong.push(`${day} is signed with a key that is not trusted: ${key}`);
  else if (!signed(its, `{"day":"${day}","hash":"${hash}","key":"${key}","seq":${seq}}`, signature))
    wrong.push(`${day} has a signature that is not genuine`);
  else if (!hashes.has(hash))
    wrong.push(seq < place ? `${day} was sealed with another row ${seq}: rewritten` : `${day} is missing: rows ${place} to ${seq}`);
}

for (const sentence of new Set(wrong)) console.log(sentence);
console.log(`${rows.length} rows, ${seals.length} seals, the last for ${seals.at(-1)?.day ?? 'no day'}: ${wrong.length ? 'NOT WHOLE' : 'whole'}`);
process.exit(wrong.length > 0 ? 1 : 0);

function read(json) {
  try {
    return JSON.parse(json);
  } catch {
    wrong.push(`this is not JSON: ${json.slice(0, 60)}`);
    return {};
  }
}

function after(day) {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
