'use server';

import { act } from '../../act.ts';
import { idOf } from '../../id-of.ts';
import { type AskState, ask } from '../changes/ask.ts';

/** Asks for a change of a unit, or for a new one: `unit` is then the unit whose administrators confirm it. */
export const askUnit = act('unit.ask-change', async (official, _: AskState, form: FormData): Promise<AskState> => {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const unitId = idOf(form, 'unit');
  const kind = form.has('new') ? 'unit.create' : 'unit.edit';
  const detail = { name: text('name'), dir3: text('dir3').toUpperCase(), seat: text('seat') };
  const state = await ask(official, { unitId, kind, detail, reason: text('reason') });
  // Several of these forms stand on one page: their fields are told apart by the unit.
  const at = form.has('new') ? 'new' : unitId;
  return { ...state, errors: state.errors.map((error) => ({ ...error, field: `${error.field}-${at}` })) };
});
