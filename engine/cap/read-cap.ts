import type { Problem } from '../problem.ts';
import { type CapAlert, type CapReference, msgTypes, scopes, statuses } from './cap-alert.ts';
import { readCapInstant } from './cap-instant.ts';
import { type CapReader, choice, each, instant, report, requiredText, shortened, text, texts } from './cap-reader.ts';
import { readInfo } from './read-info.ts';
import { readXml, type XmlElement } from './xml-tree.ts';

/** Something loose about a CAP document that could be read all the same. */
export type CapNote = Problem;
export type CapReading = { ok: true; alerts: CapAlert[]; notes: CapNote[] } | { ok: false; problems: Problem[] };

const versions: Record<string, string> = {
  'http://www.incident.com/cap/1.0': '1.0',
  'urn:oasis:names:tc:emergency:cap:1.1': '1.1',
  'urn:oasis:names:tc:emergency:cap:1.2': '1.2',
};
const alertFields =
  'identifier sender password sent status msgType source scope restriction addresses code note references incidents info Signature'.split(
    ' ',
  );
const mostFindings = 100;

/**
 * Reads the CAP 1.0, 1.1 or 1.2 alerts in an XML text, alone or wrapped (EDXL-DE, `<alerts>`, feeds), with any prefix.
 * Either all alerts can be read, with notes on what is loose, or the problems say which field is wrong and why.
 * Document types are refused, as are more than 2 MB or 24 levels. Never throws.
 */
export function readCap(xml: string): CapReading {
  const tree = readXml(xml);
  if (!tree.ok) return { ok: false, problems: [tree.problem] };
  const found = alertsIn(tree.root);
  if (found.length === 0)
    return {
      ok: false,
      problems: [{ code: 'cap-no-alert', severity: 'error', params: { root: shortened(tree.root.name) } }],
    };
  const problems: Problem[] = [];
  const alerts = found.map((element, i) => readAlert({ element, path: ['alert', i], problems }));
  const told = [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
  const errors = told.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { ok: false, problems: errors.slice(0, mostFindings) };
  return { ok: true, alerts, notes: told.slice(0, mostFindings) };
}

function alertsIn(element: XmlElement): XmlElement[] {
  return element.name === 'alert' ? [element] : element.children.flatMap(alertsIn);
}

function readAlert(reader: CapReader): CapAlert {
  const version = versionOf(reader);
  noteStrangers(reader, alertFields);
  const sent = instant(reader, 'sent');
  if (!sent && text(reader, 'sent') === undefined) report(reader, 'cap-missing', 'error', 'sent');
  const alert: CapAlert = {
    identifier: key(reader, 'identifier'),
    sender: key(reader, 'sender'),
    sent: sent ?? { at: 0, text: '' },
    status: choice(reader, 'status', statuses),
    msgType: choice(reader, 'msgType', msgTypes),
    source: text(reader, 'source'),
    scope: readScope(reader, version),
    restriction: text(reader, 'restriction'),
    addresses: text(reader, 'addresses'),
    code: texts(reader, 'code'),
    note: text(reader, 'note'),
    references: readReferences(reader),
    incidents: text(reader, 'incidents'),
    info: each(reader, 'info').map(readInfo),
  };
  checkAlert(reader, alert);
  return alert;
}

/** What the schema of CAP does not say: who needs references, where restriction and addresses belong. */
function checkAlert(reader: CapReader, { msgType, status, scope, restriction, addresses, references, info }: CapAlert) {
  if (msgType !== 'Alert' && references.length === 0 && text(reader, 'references') === undefined)
    report(reader, 'cap-references-missing', 'error', 'references', { msgType });
  if (info.length === 0 && status === 'Actual' && (msgType === 'Alert' || msgType === 'Update'))
    report(reader, 'cap-missing', 'error', 'info');
  if (restriction !== undefined && scope !== 'Restricted')
    report(reader, 'cap-out-of-place', 'warning', 'restriction', { scope, belongs: 'Restricted' });
  if (addresses !== undefined && scope !== 'Private')
    report(reader, 'cap-out-of-place', 'warning', 'addresses', { scope, belongs: 'Private' });
}

function versionOf(reader: CapReader): string {
  const { namespace } = reader.element;
  const version = namespace === undefined ? undefined : versions[namespace];
  if (namespace === undefined) report(reader, 'cap-no-namespace', 'warning', 'xmlns');
  else if (version === undefined)
    report(reader, 'cap-unknown-namespace', 'warning', 'xmlns', { namespace: shortened(namespace) });
  return version ?? '1.2';
}

// CAP 1.0 let the scope be left out; there it can only have meant everybody.
function readScope(reader: CapReader, version: string) {
  if (version !== '1.0' || text(reader, 'scope') !== undefined) return choice(reader, 'scope', scopes);
  report(reader, 'cap-scope-assumed', 'warning', 'scope', { scope: 'Public' });
  return 'Public' as const;
}

/** Identifier and sender become part of references: no space, comma, `<` or `&`. */
function key(reader: CapReader, name: string): string {
  const value = requiredText(reader, name);
  if (/[\s,<&]/.test(value)) report(reader, 'cap-characters', 'error', name, { value: shortened(value) });
  return value;
}

function readReferences(reader: CapReader): CapReference[] {
  const triples = (text(reader, 'references') ?? '').split(/\s+/).filter((triple) => triple !== '');
  return triples.flatMap((triple) => {
    const [sender, identifier, sent, ...more] = triple.split(',');
    const read = sent === undefined || more.length > 0 ? undefined : readCapInstant(sent);
    if (sender && identifier && read) return { sender, identifier, sent: read.instant };
    report(reader, 'cap-reference-form', 'error', 'references', { value: shortened(triple) });
    return [];
  });
}

/** Notes elements that CAP does not know and fields out of CAP's order, each once. */
function noteStrangers(reader: CapReader, known: readonly string[]) {
  let last = 0;
  for (const name of new Set(reader.element.children.map((child) => child.name))) {
    const place = known.indexOf(name);
    if (place < 0) report(reader, 'cap-unknown-element', 'warning', shortened(name));
    else if (place < last) report(reader, 'cap-order', 'warning', name);
    else last = place;
  }
}
