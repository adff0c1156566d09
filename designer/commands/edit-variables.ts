import { type Journey, journeySchema } from '#engine/journey.ts';
import { emptyHanded } from '../desk/in-hand.ts';
import { defineCommand, refuseField } from '../store/command.ts';

/** Writes the list of what the journey notes about each person. */
export const editVariables = defineCommand({
  name: 'edit-variables',
  apply: (draft, { variables }: { variables: Journey['variables'] }) => {
    const read = journeySchema.shape.variables.safeParse(variables);
    if (read.success) return { ...draft, variables: read.data };
    return refuseField(read.error);
  },
  said: () => ({ code: 'edit-variables', params: {} }),
  together: () => '',
  fits: emptyHanded,
  ask: ({ inspect }) => inspect('variables'),
  ways: { canvas: 'journey-variables', outline: ['journey'], key: 'v' },
});
