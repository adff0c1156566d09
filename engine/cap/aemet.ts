import type { CapAlert, CapInfo, NamedValue } from './cap-alert.ts';

export const aemetLevels = ['verde', 'amarillo', 'naranja', 'rojo'] as const;
export type AemetLevel = (typeof aemetLevels)[number];

/** What a warning of AEMET says in its own parameters (Plan Meteoalerta, annex 3). */
export type AemetWarning = {
  level: AemetLevel;
  /** `AT` and its name; the same letters may mean something else as a parameter. */
  phenomenon: { code: string; name: string } | undefined;
  /** What is measured, and its value as text: `40 ºC`. */
  parameter: { code: string; name: string; value: string } | undefined;
  /** Percent, `40%-70%` as from and to; `>70%` has no end but 100. */
  probability: { from: number; to: number } | undefined;
  /** AEMET's own zones, six digits, `C` at the end for coasts. */
  zones: string[];
};

const bySeverity: Partial<Record<CapInfo['severity'], AemetLevel>> = {
  Minor: 'verde',
  Moderate: 'amarillo',
  Severe: 'naranja',
  Extreme: 'rojo',
};

/** AEMET's view of one of its alerts, read from its Spanish block if there is one; undefined for other senders. */
export function aemetWarning(alert: CapAlert): AemetWarning | undefined {
  if (!/^https?:\/\/(www\.)?aemet\.es\/?$/.test(alert.sender)) return undefined;
  const info = alert.info.find(({ language }) => language.startsWith('es')) ?? alert.info[0];
  if (!info) return undefined;
  const written = find(info.parameter, 'AEMET-Meteoalerta nivel')?.toLowerCase();
  const level = aemetLevels.find((known) => known === written) ?? bySeverity[info.severity];
  if (!level) return undefined;
  const [code, name] = parts(find(info.eventCode, 'AEMET-Meteoalerta fenomeno'));
  const [measure, measureName, value] = parts(find(info.parameter, 'AEMET-Meteoalerta parametro'));
  return {
    level,
    phenomenon: code === undefined ? undefined : { code, name: name ?? '' },
    parameter: measure === undefined ? undefined : { code: measure, name: measureName ?? '', value: value ?? '' },
    probability: readProbability(find(info.parameter, 'AEMET-Meteoalerta probabilidad')),
    zones: [...new Set(info.area.flatMap(({ geocode }) => all(geocode, 'AEMET-Meteoalerta zona')))],
  };
}

/** Whether this is AEMET saying that there is *no* warning (level green): to be discarded. */
export function isGreen(alert: CapAlert): boolean {
  return aemetWarning(alert)?.level === 'verde';
}

function all(values: NamedValue[], name: string): string[] {
  return values.filter(({ valueName }) => valueName === name).map(({ value }) => value.trim());
}

function find(values: NamedValue[], name: string): string | undefined {
  return all(values, name)[0];
}

function parts(value: string | undefined): string[] {
  return value === undefined ? [] : value.split(';').map((part) => part.trim());
}

function readProbability(value: string | undefined): AemetWarning['probability'] {
  const [, more, from, to] = /^([<>]?)\s*(\d{1,3})\s*%(?:\s*-\s*(\d{1,3})\s*%)?$/.exec(value ?? '') ?? [];
  if (from === undefined) return undefined;
  if (more === '<') return { from: 0, to: Number(from) };
  return { from: Number(from), to: more === '>' ? 100 : Number(to ?? from) };
}
