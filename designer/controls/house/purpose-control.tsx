import type { Control } from '../control.ts';
import { OneOf } from '../plain/one-of.tsx';

/** What data are used for: one of the purposes of the house's register, or none of them. */
export const purposeControl: Control = {
  group: false,
  Edit: (of) => {
    const { house, say } = of.context;
    const offered = house.purposes.map(({ code, title }) => ({ value: code, title }));
    return <OneOf of={of} offered={offered} empty={{ title: say('control.noPurpose'), stays: true }} />;
  },
};
