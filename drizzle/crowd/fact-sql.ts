import { coreAttribute } from '#engine/rule/core-attributes.ts';

/** A fact by its name in journeys as jsonb SQL over `c` (citizen) and `a` (row of `asked`); null when missing. */
export function factSql(fact: string): string {
  const [, place, name] = /^(citizen|member)\.([A-Za-z_][\w-]*)$/.exec(fact) ?? [];
  if (name === undefined) throw new Error(`Not a fact: ${fact}`);
  if (place === 'member') return `(a.vars -> '${name}')`;
  const core = coreAttribute(name);
  if (core?.name === 'place') return `jsonb_build_object('lat', c.lat, 'lon', c.lon, 'municipality', c.municipality)`;
  return core ? `to_jsonb(c.${core.column})` : `(c.attributes -> '${name}')`;
}
