import { type Rule, ruleSchema } from '#engine/rule/rule.ts';

/** Conditions as officials write them, from everybody to a handful: some an index answers, most read every row. */
export const countRules: Record<string, Rule> = {
  everybody: { all: [] },
  elderly: age(65, 150),
  elderlyAlone: { all: [age(75, 150), alone()] },
  aProvince: ruleSchema.parse({ fact: 'citizen.place', is: 'in-province', value: ['46'] }),
  twoTowns: ruleSchema.parse({ fact: 'citizen.place', is: 'in-municipality', value: ['46002', '03001'] }),
  nearby: ruleSchema.parse({
    fact: 'citizen.place',
    is: 'within-km',
    value: { lat: 39.47, lon: -4.02, km: 15 },
  }),
  otherTongues: ruleSchema.parse({ not: { fact: 'citizen.language', is: 'in', value: ['es'] } }),
  bornIn1960: ruleSchema.parse({ fact: 'citizen.birthDate', is: 'between', value: ['1960-01-01', '1960-12-31'] }),
  dependent: ruleSchema.parse({ fact: 'citizen.electricityDependent', is: 'equals', value: true }),
  degree: ruleSchema.parse({ fact: 'citizen.dependencyDegree', is: 'in', value: ['II', 'III'] }),
  heat: {
    all: [
      ruleSchema.parse({ fact: 'citizen.place', is: 'in-province', value: ['46', '03', '12'] }),
      { any: [age(65, 150), { all: [age(0, 4)] }, dependent()] },
    ],
  },
  few: { all: [dependent(), age(90, 150), alone()] },
};

function age(from: number, to: number): Rule {
  return ruleSchema.parse({ fact: 'citizen.birthDate', is: 'age-between', value: [from, to] });
}
function alone(): Rule {
  return ruleSchema.parse({ fact: 'citizen.livesAlone', is: 'equals', value: true });
}
function dependent(): Rule {
  return ruleSchema.parse({ fact: 'citizen.electricityDependent', is: 'equals', value: true });
}
