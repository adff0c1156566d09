import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import type { Problem } from '../problem.ts';

/** An element without its prefix: name, namespace (undefined if it has none), its own text and its children in order. */
export type XmlElement = { name: string; namespace: string | undefined; text: string; children: XmlElement[] };
export type XmlTree = { ok: true; root: XmlElement } | { ok: false; problem: Problem };

const mostCharacters = 2 * 1024 * 1024;
const mostDepth = 24;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: mostDepth,
});

/**
 * Reads XML that strangers send: no document type, no entities but XML's own five and character references, at most
 * 2 MB and 24 levels. Never throws.
 */
export function readXml(xml: string): XmlTree {
  if (xml.length > mostCharacters) return fails('xml-too-large', { most: mostCharacters });
  const text = xml.replace(/^\uFEFF/, '').trimStart();
  if (text === '') return fails('xml-empty');
  if (/<!(?:doctype|entity|element|attlist|notation)/i.test(text)) return fails('xml-document-type');
  try {
    const valid = XMLValidator.validate(text);
    if (valid !== true) return fails('xml-malformed', { line: valid.err.line, detail: valid.err.msg.slice(0, 200) });
    const roots = elementsOf(nodesSchema.parse(parser.parse(text)), new Map(), 1);
    if (roots.length !== 1 || !roots[0])
      return fails('xml-malformed', { line: 1, detail: 'One root element is expected.' });
    return { ok: true, root: roots[0] };
  } catch (error) {
    if (error instanceof XmlRefused) return { ok: false, problem: error.problem };
    const detail = error instanceof Error ? error.message.slice(0, 200) : '';
    return /nested/i.test(detail)
      ? fails('xml-too-deep', { most: mostDepth })
      : fails('xml-malformed', { line: 1, detail });
  }
}

type ParsedNode = Record<string, unknown>;
const nodesSchema = z.array(z.record(z.string(), z.unknown()));
const attributesSchema = z.record(z.string(), z.coerce.string()).catch({});

class XmlRefused extends Error {
  readonly problem: Problem;
  constructor(code: string, params: NonNullable<Problem['params']>) {
    super(code);
    this.problem = { code, severity: 'error', params };
  }
}

function elementsOf(nodes: ParsedNode[], inherited: Map<string, string>, depth: number): XmlElement[] {
  if (depth > mostDepth) throw new XmlRefused('xml-too-deep', { most: mostDepth });
  return nodes.flatMap((node): XmlElement[] => {
    const tag = Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#') && !key.startsWith('?'));
    if (tag === undefined) return [];
    const namespaces = new Map(inherited);
    for (const [name, value] of Object.entries(attributesSchema.parse(node[':@'] ?? {}))) {
      if (name === 'xmlns') namespaces.set('', value);
      else if (name.startsWith('xmlns:')) namespaces.set(name.slice(6), value);
    }
    const inside = nodesSchema.parse(node[tag]);
    const colon = tag.indexOf(':');
    return [
      {
        name: tag.slice(colon + 1),
        namespace: namespaces.get(colon < 0 ? '' : tag.slice(0, colon)),
        text: inside.map(ownText).join(''),
        children: elementsOf(inside, namespaces, depth + 1),
      },
    ];
  });
}

function ownText(node: ParsedNode): string {
  if (typeof node['#text'] === 'string') return decoded(node['#text']);
  if (Array.isArray(node['#cdata']))
    return nodesSchema
      .parse(node['#cdata'])
      .map((part) => String(part['#text'] ?? ''))
      .join('');
  return '';
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&([^\s;&]{0,32}(;?))/g, (_whole, reference: string, end: string) => {
    const name = reference.slice(0, -1);
    const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name) ?? [];
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal ?? NaN);
    const character = Object.hasOwn(named, name)
      ? named[name]
      : isXmlCharacter(point)
        ? String.fromCodePoint(point)
        : undefined;
    if (end === '' || character === undefined) throw new XmlRefused('xml-entity', { entity: `&${reference}` });
    return character;
  });
}

function isXmlCharacter(point: number): boolean {
  return (
    [0x9, 0xa, 0xd].includes(point) ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0xfffd) ||
    (point >= 0x10000 && point <= 0x10ffff)
  );
}

function fails(code: string, params?: NonNullable<Problem['params']>): XmlTree {
  return { ok: false, problem: { code, severity: 'error', ...(params && { params }) } };
}
