import { z } from 'zod';

export const attributeTypes = ['text', 'number', 'boolean', 'date', 'list', 'code', 'place'] as const;
/**
 * `code` is a value of a closed list (INE municipality, sex, language), `list` a list of codes, `date` a
 * `YYYY-MM-DD`, `place` an object {lat, lon, municipality}.
 */
export type AttributeType = (typeof attributeTypes)[number];

/**
 * One entry of the attribute catalogue: what an official may name in a rule, where it comes from, on which legal
 * basis and norm it is held, and after how many days it is stale. `core` names the column of `citizen` that holds it;
 * without it the value lives in the citizen's `attributes`.
 */
export const attributeSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z_][\w-]*$/)
    .max(80),
  type: z.enum(attributeTypes),
  title: z.record(z.string(), z.string()).default({}),
  source: z.string().max(200).optional(),
  basis: z.string().max(200).optional(),
  norm: z.string().max(500).optional(),
  freshnessDays: z.number().int().min(0).max(36_500).optional(),
  /** The purposes it may be used for, by their codes; absent: nobody has said yet. */
  purposes: z.array(z.string()).optional(),
  core: z.string().optional(),
});

export type Attribute = z.infer<typeof attributeSchema>;
