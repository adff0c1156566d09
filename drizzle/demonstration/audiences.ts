import type { Rule } from '#engine/rule/rule.ts';

/** Rules that the invented administration uses in more than one journey, by the names its officials give them. */
export const savedAudiences: { slug: string; name: string; rule: Rule }[] = [
  {
    slug: 'mayores-a-solas',
    name: 'Mayores de 75 que viven a solas',
    rule: {
      all: [
        { fact: 'citizen.birthDate', is: 'age-between', value: [75, 120] },
        { fact: 'citizen.livesAlone', is: 'equals', value: true },
      ],
    },
  },
  {
    slug: 'dependen-de-la-luz',
    name: 'Personas que dependen de la luz en casa',
    rule: {
      any: [
        { fact: 'citizen.electricityDependent', is: 'equals', value: true },
        { fact: 'citizen.needs', is: 'has-any', value: ['oxygen', 'dialysis'] },
      ],
    },
  },
  {
    slug: 'beca-por-pedir',
    name: 'Familias con beca el curso pasado que no la han pedido',
    rule: {
      all: [
        { fact: 'citizen.grantLastYear', is: 'equals', value: true },
        { not: { fact: 'citizen.hasFiled', is: 'equals', value: true } },
      ],
    },
  },
];
