'use server';

import { act } from '../../act.ts';
import { idOf } from '../../id-of.ts';
import { type AskState, ask } from '../changes/ask.ts';

/** Asks for other terms of a channel contract. */
export const askAccount = act(
  'account.ask-change',
  async (official, _: AskState, form: FormData): Promise<AskState> => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const names = ['slug', 'name', 'sender', 'rate', 'share', 'validFrom', 'validTo', 'status'];
    const detail = Object.fromEntries(names.map((name) => [name, text(name)]));
    const asked = { unitId: idOf(form, 'unit'), kind: 'account.edit' as const, detail, reason: text('reason') };
    const state = await ask(official, asked);
    // Several of these forms stand on one page: their fields are told apart by the contract's name.
    return { ...state, errors: state.errors.map((error) => ({ ...error, field: `${error.field}-${text('slug')}` })) };
  },
);
