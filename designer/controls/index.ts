import type { Field } from '#engine/field.ts';
import { answersControl } from './answers/answers-control.tsx';
import type { Control } from './control.ts';
import { factsControl } from './facts/facts-control.tsx';
import { mappingControl } from './facts/mapping-control.tsx';
import { valueControl } from './facts/value-control.tsx';
import { variableControl } from './facts/variable-control.tsx';
import { basisControl } from './house/basis-control.tsx';
import { connectionControl } from './house/connection-control.tsx';
import { eventControl } from './house/event-control.tsx';
import { languagesControl } from './house/languages-control.tsx';
import { municipalityControl } from './house/municipality-control.tsx';
import { purposeControl } from './house/purpose-control.tsx';
import { skillControl } from './house/skill-control.tsx';
import { ladderControl } from './ladder/ladder-control.tsx';
import { branchesControl } from './lists/branches-control.tsx';
import { outcomesControl } from './lists/outcomes-control.tsx';
import { sharesControl } from './lists/shares-control.tsx';
import { templateControl } from './message/template-control.tsx';
import { choiceControl } from './plain/choice-control.tsx';
import { numberControl } from './plain/number-control.tsx';
import { paragraphControl } from './plain/paragraph-control.tsx';
import { slugControl } from './plain/slug-control.tsx';
import { switchControl } from './plain/switch-control.tsx';
import { textControl } from './plain/text-control.tsx';
import { wordsControl } from './plain/words-control.tsx';
import { ruleControl } from './rule/rule-control.tsx';
import { calendarControl } from './time/calendar-control.tsx';
import { durationControl } from './time/duration-control.tsx';
import { hoursControl } from './time/hours-control.tsx';
import { waitControl } from './wait/wait-control.tsx';

/** The closed list of controls that a kind's field hints may ask for (engine/field.ts). */
export const controls = {
  text: textControl,
  paragraph: paragraphControl,
  template: templateControl,
  number: numberControl,
  switch: switchControl,
  choice: choiceControl,
  slug: slugControl,
  words: wordsControl,
  duration: durationControl,
  rule: ruleControl,
  ladder: ladderControl,
  answers: answersControl,
  wait: waitControl,
  hours: hoursControl,
  event: eventControl,
  calendar: calendarControl,
  variable: variableControl,
  value: valueControl,
  facts: factsControl,
  shares: sharesControl,
  branches: branchesControl,
  outcomes: outcomesControl,
  connection: connectionControl,
  mapping: mappingControl,
  skill: skillControl,
  municipality: municipalityControl,
  languages: languagesControl,
  basis: basisControl,
  purpose: purposeControl,
} satisfies Record<Field['control'], Control>;
