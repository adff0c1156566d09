import { z } from 'zod';
import { type Area, nowhere, unionOf } from '../geo/area.ts';
import type { Ring } from '../geo/polygon.ts';
import { capInstantSchema } from './cap-instant.ts';

// Names and values are CAP's own (OASIS Common Alerting Protocol 1.2).
export const statuses = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const;
export const msgTypes = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const;
export const scopes = ['Public', 'Restricted', 'Private'] as const;
export const categories = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const;
export const responseTypes = [
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None',
] as const;
export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;

const text = z.string();
const namedValueSchema = z.strictObject({ valueName: text, value: text });
const degrees = z.tuple([z.number(), z.number()]);

/** The triple by which alerts refer to each other; the identifier alone is no key. */
export const capReferenceSchema = z.strictObject({ sender: text, identifier: text, sent: capInstantSchema });

const capResourceSchema = z.strictObject({
  resourceDesc: text,
  mimeType: text.optional(),
  size: z.number().optional(),
  uri: text.optional(),
  derefUri: text.optional(),
  digest: text.optional(),
});

/** Where to notify, not where it happens; polygons are rings of [lat, lon], circles in km, altitude and ceiling in feet. */
const capAreaSchema = z.strictObject({
  areaDesc: text,
  polygon: z.array(z.array(degrees)),
  circle: z.array(z.strictObject({ lat: z.number(), lon: z.number(), km: z.number() })),
  geocode: z.array(namedValueSchema),
  altitude: z.number().optional(),
  ceiling: z.number().optional(),
});

const capInfoSchema = z.strictObject({
  language: text,
  category: z.array(z.enum(categories)),
  event: text,
  responseType: z.array(z.enum(responseTypes)),
  urgency: z.enum(urgencies),
  severity: z.enum(severities),
  certainty: z.enum(certainties),
  audience: text.optional(),
  eventCode: z.array(namedValueSchema),
  effective: capInstantSchema.optional(),
  onset: capInstantSchema.optional(),
  expires: capInstantSchema.optional(),
  senderName: text.optional(),
  headline: text.optional(),
  description: text.optional(),
  instruction: text.optional(),
  web: text.optional(),
  contact: text.optional(),
  parameter: z.array(namedValueSchema),
  resource: z.array(capResourceSchema),
  area: z.array(capAreaSchema),
});

/** One CAP message, whatever version it came in. */
export const capAlertSchema = z.strictObject({
  identifier: text,
  sender: text,
  sent: capInstantSchema,
  status: z.enum(statuses),
  msgType: z.enum(msgTypes),
  source: text.optional(),
  scope: z.enum(scopes),
  restriction: text.optional(),
  addresses: text.optional(),
  code: z.array(text),
  note: text.optional(),
  references: z.array(capReferenceSchema),
  incidents: text.optional(),
  info: z.array(capInfoSchema),
});

export type CapAlert = z.infer<typeof capAlertSchema>;
export type CapInfo = z.infer<typeof capInfoSchema>;
export type CapArea = z.infer<typeof capAreaSchema>;
export type CapResource = z.infer<typeof capResourceSchema>;
export type CapReference = z.infer<typeof capReferenceSchema>;
export type NamedValue = z.infer<typeof namedValueSchema>;

/** The INE codes that a sender's own geocode stands for (`AEMET-Meteoalerta zona` 700602 …); empty if the table has none. */
export type GeocodeTable = (geocode: NamedValue) => readonly string[];

/**
 * The union of everything an alert's areas say, with the geocodes that the table does not know: those are shown to an
 * official, never dropped in silence.
 */
export function areaOf(alert: CapAlert, table: GeocodeTable = () => []): { area: Area; unknownGeocodes: NamedValue[] } {
  const areas = alert.info.flatMap((info) => info.area);
  const unknown = new Map<string, NamedValue>();
  const parts = areas.map(({ polygon, circle, geocode }): Area => {
    const municipalities = geocode.flatMap((code) => {
      const found = table(code);
      if (found.length === 0) unknown.set(`${code.valueName} ${code.value}`, code);
      return found;
    });
    return { ...nowhere, polygons: polygon, circles: circle, municipalities };
  });
  const { polygons, circles, municipalities } = unionOf(parts);
  return {
    area: { polygons: distinct<Ring>(polygons), circles: distinct(circles), municipalities },
    unknownGeocodes: [...unknown.values()],
  };
}

/** Languages repeat the same shapes: each is kept once. */
function distinct<T>(shapes: T[]): T[] {
  return [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()];
}
