import { type Journey, journeySchema } from '#engine/journey.ts';
import { emptyHanded } from '../desk/in-hand.ts';
import { defineCommand, refuseField } from '../store/command.ts';
import { sameJson } from '../store/same-json.ts';
import { setIn } from './set-in.ts';

/** What the card of a journey says: its legal frame, languages and limits. The slug is its address and stays. */
export const settings = [
  'title',
  'description',
  'purpose',
  'purposeCode',
  'basis',
  'retentionMonths',
  'dir3',
  'sia',
  'seat',
  'class',
  'languages',
  'expiresAfter',
  'quietHours',
  'dailyCap',
] as const satisfies (keyof Journey)[];
export type Setting = (typeof settings)[number];

/** Writes one setting of the journey; undefined takes it away. What the journey could not hold is refused. */
export const editSetting = defineCommand({
  name: 'edit-setting',
  apply: (draft, { setting, value }: { setting: Setting; value: unknown }) => {
    const read = journeySchema.shape[setting].safeParse(value);
    if (!read.success) return refuseField(read.error);
    if (sameJson(draft[setting], read.data)) return draft;
    return setIn(draft, [setting], read.data) as typeof draft; // the schema has just read it
  },
  said: (_, { setting }) => ({ code: 'edit-setting', params: { setting } }),
  together: ({ setting }) => setting,
  fits: emptyHanded,
  ask: ({ inspect }) => inspect('settings'),
  ways: { canvas: 'journey-settings', outline: ['journey'], key: 's' },
});
