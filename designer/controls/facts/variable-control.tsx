import type { Control } from '../control.ts';
import { OneOf } from '../plain/one-of.tsx';

/** One of the variables that the journey declares. */
export const variableControl: Control = {
  group: false,
  Edit: (of) => {
    const { journey, say } = of.context;
    const { optional } = of.field;
    const offered = journey.variables.map(({ name }) => ({ value: name, title: name }));
    const title = say(optional ? 'control.none' : 'control.choose');
    return <OneOf of={of} offered={offered} empty={{ title, stays: optional }} />;
  },
};
