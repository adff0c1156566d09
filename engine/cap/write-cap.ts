import type { Problem } from '../problem.ts';
import type { CapAlert, CapArea, CapInfo, CapResource, NamedValue } from './cap-alert.ts';
import { type CapInstant, capInstant, isStrictCapTime } from './cap-instant.ts';
import { checkPublishable } from './check-publishable.ts';

export type CapWriting = { ok: true; xml: string } | { ok: false; problems: Problem[] };

/**
 * An alert as a CAP 1.2 document in UTF-8, elements in the standard's order, or what keeps it from being published.
 * A published alert is never edited: whoever changes it publishes an Update that refers to it.
 */
export function writeCap(alert: CapAlert): CapWriting {
  const problems = checkPublishable(alert);
  if (problems.length > 0) return { ok: false, problems };
  const references = alert.references.map(({ sender, identifier, sent }) => `${sender},${identifier},${time(sent)}`);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">',
    ...leaf('identifier', alert.identifier),
    ...leaf('sender', alert.sender),
    ...leaf('sent', time(alert.sent)),
    ...leaf('status', alert.status),
    ...leaf('msgType', alert.msgType),
    ...leaf('source', alert.source),
    ...leaf('scope', alert.scope),
    ...leaf('restriction', alert.restriction),
    ...leaf('addresses', alert.addresses),
    ...alert.code.flatMap((code) => leaf('code', code)),
    ...leaf('note', alert.note),
    ...leaf('references', references.join(' ') || undefined),
    ...leaf('incidents', alert.incidents),
    ...alert.info.flatMap(infoLines),
    '</alert>',
  ];
  return { ok: true, xml: `${lines.join('\n')}\n` };
}

function infoLines(info: CapInfo): string[] {
  return branch('info', [
    ...leaf('language', info.language),
    ...info.category.flatMap((category) => leaf('category', category)),
    ...leaf('event', info.event),
    ...info.responseType.flatMap((responseType) => leaf('responseType', responseType)),
    ...leaf('urgency', info.urgency),
    ...leaf('severity', info.severity),
    ...leaf('certainty', info.certainty),
    ...leaf('audience', info.audience),
    ...pairs('eventCode', info.eventCode),
    ...leaf('effective', info.effective && time(info.effective)),
    ...leaf('onset', info.onset && time(info.onset)),
    ...leaf('expires', info.expires && time(info.expires)),
    ...leaf('senderName', info.senderName),
    ...leaf('headline', info.headline),
    ...leaf('description', info.description),
    ...leaf('instruction', info.instruction),
    ...leaf('web', info.web),
    ...leaf('contact', info.contact),
    ...pairs('parameter', info.parameter),
    ...info.resource.flatMap(resourceLines),
    ...info.area.flatMap(areaLines),
  ]);
}

function resourceLines(resource: CapResource): string[] {
  return branch('resource', [
    ...leaf('resourceDesc', resource.resourceDesc),
    ...leaf('mimeType', resource.mimeType),
    ...leaf('size', resource.size),
    ...leaf('uri', resource.uri),
    ...leaf('derefUri', resource.derefUri),
    ...leaf('digest', resource.digest),
  ]);
}

function areaLines(area: CapArea): string[] {
  return branch('area', [
    ...leaf('areaDesc', area.areaDesc),
    ...area.polygon.flatMap((ring) =>
      leaf('polygon', ring.map(([lat, lon]) => `${degrees(lat)},${degrees(lon)}`).join(' ')),
    ),
    ...area.circle.flatMap(({ lat, lon, km }) => leaf('circle', `${degrees(lat)},${degrees(lon)} ${degrees(km)}`)),
    ...pairs('geocode', area.geocode),
    ...leaf('altitude', area.altitude),
    ...leaf('ceiling', area.ceiling),
  ]);
}

function branch(name: string, lines: string[]): string[] {
  return [`<${name}>`, ...lines, `</${name}>`];
}

function leaf(name: string, value: string | number | undefined): string[] {
  return value === undefined || value === '' ? [] : [`<${name}>${escaped(String(value))}</${name}>`];
}

function pairs(name: string, values: NamedValue[]): string[] {
  return values.map(({ valueName, value }) =>
    branch(name, [...leaf('valueName', valueName), ...leaf('value', value)]).join(''),
  );
}

/** The sender's own way of writing an instant where it is CAP's, else UTC. */
function time(instant: CapInstant): string {
  return isStrictCapTime(instant.text) ? instant.text : capInstant(instant.at).text;
}

/** At most six decimals, a tenth of a metre. */
function degrees(value: number): string {
  return String(Number(value.toFixed(6)) || 0);
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}
