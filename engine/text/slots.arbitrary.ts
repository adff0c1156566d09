import * as fc from 'fast-check';
import type { Values } from './template.ts';

const name = fc.constantFrom('name', 'town', 'amount', 'due', 'person.first', 'person.age', 'gone', 'x_1');
const filter = fc.constantFrom(
  '',
  '',
  '',
  ' | upcase',
  ' | downcase',
  ' | capitalize',
  ' | strip',
  ' | date',
  ' | date: "short"',
  " | date: 'weekday'",
  ' | time',
  ' | number',
  ' | euros',
  ' | default: "vecina"',
  " | default: 'a@b.es'",
  ' | default: 7',
);
const output = fc
  .tuple(name, fc.array(filter, { maxLength: 3 }), fc.constantFrom('', ' ', '  '))
  .map(([path, filters, space]) => `{{${space}${path}${filters.join('')}${space}}}`);
const literal = fc.constantFrom(
  'Hola ',
  '. Codi ',
  '\n',
  ' } ',
  '{',
  '%}',
  'http://ajuntament.example/',
  '',
  '"',
  'á€',
  '\\',
);
const block = fc.constantFrom(
  '{% if name %}sí{% endif %}',
  '{% unless gone %}no{% endunless %}',
  '{% case town %}{% when "Torrent" %}T{% else %}?{% endcase %}',
  '{{- name -}}',
  '{{ name.size }}',
  '{{ "x.es" }}',
);

/** Texts as officials might write them: mostly plain outputs, some with blocks. */
export const templateArbitrary = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: literal }, { weight: 5, arbitrary: output }, { weight: 1, arbitrary: block }),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

const scalar = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('María José', 'evil.com', '<b>x</b>', '', '2026-07-02', '2026-07-02T16:30:00Z', '12.5', ' a\nb '),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

/** Values of which any may be missing. */
export const valuesArbitrary: fc.Arbitrary<Values> = fc.record(
  {
    name: scalar,
    town: scalar,
    amount: scalar,
    due: scalar,
    x_1: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
    person: fc.oneof(scalar, fc.record({ first: scalar, age: scalar }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Values>;
