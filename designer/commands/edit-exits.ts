import { type Exit, journeySchema } from '#engine/journey.ts';
import { emptyHanded } from '../desk/in-hand.ts';
import { defineCommand, refuseField } from '../store/command.ts';

/** Writes the list of stop rules or of goals. */
export const editExits = defineCommand({
  name: 'edit-exits',
  apply: (draft, { list, exits }: { list: 'stops' | 'goals'; exits: Exit[] }) => {
    const read = journeySchema.shape[list].safeParse(exits);
    if (read.success) return { ...draft, [list]: read.data };
    return refuseField(read.error);
  },
  said: (_, { list }) => ({ code: `edit-${list}`, params: {} }),
  together: ({ list }) => list,
  fits: emptyHanded,
  ask: async ({ choose, inspect, say }) => {
    const options = (['stops', 'goals'] as const).map((key) => ({ key, title: say(`ask.${key}`) }));
    const list = await choose(say('ask.exits'), options);
    return list === 'stops' || list === 'goals' ? inspect(list) : null;
  },
  ways: { canvas: 'journey-exits', outline: ['journey'], key: 'x' },
});
