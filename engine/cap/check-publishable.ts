import { checkRing } from '../geo/check-ring.ts';
import type { Problem } from '../problem.ts';
import type { CapAlert, CapArea, CapInfo } from './cap-alert.ts';

const longest = { headline: 160, event: 35, areaDesc: 50 } as const;

/**
 * What keeps an alert from being published as CAP 1.2: the standard's own rules, and those of Google Public Alerts and of
 * the national profiles (lengths in characters, plain text, nothing "Unknown", everything a reader needs present).
 */
export function checkPublishable(alert: CapAlert): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (code, path, params) => problems.push({ code, severity: 'error', path, ...(params && { params }) });
  for (const field of ['identifier', 'sender'] as const)
    if (alert[field] === '' || /[\s,<&]/.test(alert[field]))
      say('cap-characters', [field], { value: alert[field].slice(0, 80) });
  for (const [i, { identifier, sender }] of alert.references.entries())
    if (/[\s,<&]/.test(identifier + sender))
      say('cap-characters', ['references', i], { value: identifier.slice(0, 80) });
  if (alert.msgType !== 'Alert' && alert.references.length === 0)
    say('cap-references-missing', ['references'], { msgType: alert.msgType });
  if (alert.scope === 'Restricted' && !alert.restriction) say('cap-missing', ['restriction']);
  if (alert.scope === 'Private' && !alert.addresses) say('cap-missing', ['addresses']);
  if (alert.restriction !== undefined && alert.scope !== 'Restricted')
    say('cap-out-of-place', ['restriction'], { scope: alert.scope, belongs: 'Restricted' });
  if (alert.addresses !== undefined && alert.scope !== 'Private')
    say('cap-out-of-place', ['addresses'], { scope: alert.scope, belongs: 'Private' });
  if (alert.info.length === 0 && (alert.msgType === 'Alert' || alert.msgType === 'Update'))
    say('cap-missing', ['info']);
  for (const [i, info] of alert.info.entries()) checkInfo(info, ['info', i], say);
  plainText(alert, [], say);
  return problems;
}

type Path = (string | number)[];
type Say = (code: string, path: Path, params?: Problem['params']) => void;

function checkInfo(info: CapInfo, path: Path, say: Say) {
  for (const field of ['event', 'headline', 'description', 'web', 'contact', 'expires'] as const)
    if (!info[field]) say('cap-missing', [...path, field]);
  for (const field of ['category', 'responseType', 'area'] as const)
    if (info[field].length === 0) say('cap-missing', [...path, field]);
  for (const field of ['urgency', 'severity', 'certainty'] as const)
    if (info[field] === 'Unknown') say('cap-unknown-published', [...path, field]);
  for (const field of ['headline', 'event'] as const) atMost(info[field], longest[field], [...path, field], say);
  for (const [i, area] of info.area.entries()) checkArea(area, [...path, 'area', i], say);
}

function checkArea(area: CapArea, path: Path, say: Say) {
  if (area.areaDesc === '') say('cap-missing', [...path, 'areaDesc']);
  atMost(area.areaDesc, longest.areaDesc, [...path, 'areaDesc'], say);
  for (const [i, ring] of area.polygon.entries())
    for (const { code, severity, params } of checkRing(ring))
      if (severity === 'error') say(code, [...path, 'polygon', i], params);
  for (const [i, { lat, lon, km }] of area.circle.entries())
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && km >= 0)) say('cap-circle', [...path, 'circle', i]);
  if (area.ceiling !== undefined && (area.altitude === undefined || area.ceiling < area.altitude))
    say('cap-ceiling', [...path, 'ceiling']);
}

function atMost(value: string | undefined, most: number, path: Path, say: Say) {
  const length = [...(value ?? '')].length;
  if (length > most) say('cap-too-long', path, { length, most });
}

/** Texts are plain: no markup, no characters that XML cannot carry. */
function plainText(value: unknown, path: Path, say: Say) {
  if (typeof value === 'string') {
    if (/<\/?[a-z!][^>]*>/i.test(value)) say('cap-markup', path);
    if (!isXmlText(value)) say('cap-control-characters', path);
  } else if (typeof value === 'object' && value !== null && path.at(-2) !== 'polygon') {
    for (const [field, inner] of Object.entries(value))
      plainText(inner, [...path, Array.isArray(value) ? Number(field) : field], say);
  }
}

function isXmlText(value: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are the characters to find
  return !/\p{Surrogate}/u.test(value) && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value);
}
