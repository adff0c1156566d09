import type { CitizenFacts } from './person.ts';
import { coreAttributes } from './rule/core-attributes.ts';
import type { Values } from './text/template.ts';

/**
 * What a text may mention, by the names that rules use: `citizen.givenName`, catalogued attributes beside them,
 * `member.<variable>`, `event.<path>`, and `message.code`, the check code of this very message. Missing facts are left out, so
 * that a text which needs one is a Problem and not a gap.
 */
export function textValues(said: {
  citizen: CitizenFacts;
  member: Readonly<Record<string, unknown>>;
  event: unknown;
  code: string;
}): Values {
  const core = Object.keys(coreAttributes).map((name) => [name, said.citizen[name]]);
  const attributes = said.citizen['attributes'];
  // JSON from the database and the API: the same values that templates take.
  return {
    citizen: present({ ...(isRecord(attributes) ? attributes : {}), ...Object.fromEntries(core) }),
    member: present(said.member),
    event: isRecord(said.event) ? said.event : {},
    message: { code: said.code },
  } as Values;
}

/** Whether a name of the shape above can ever have a value, whatever the event brings. */
export function isTextName(name: string, catalogue: readonly string[], variables: readonly string[]): boolean {
  const [source, field = '', ...more] = name.split('.');
  if (source === 'message') return field === 'code' && more.length === 0;
  if (source === 'event') return field !== '';
  if (source === 'member') return more.length === 0 && variables.includes(field);
  return source === 'citizen' && (Object.hasOwn(coreAttributes, field) || catalogue.includes(field));
}

const present = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
