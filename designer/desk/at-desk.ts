import type { Problem } from '#engine/problem.ts';
import { type AnyCommand, type CommandName, commands } from '../commands/index.ts';
import type { Command, Row } from '../store/command.ts';
import type { DraftState, DraftStore } from '../store/draft-store.ts';
import type { Desk } from './desk.ts';
import { keyName } from './key-name.ts';

/** Every command as far as menus and keys are concerned. */
export const allCommands = commands as readonly unknown[] as readonly (Command<unknown> & { name: CommandName })[]; // params come from `ask`

/** Does a command with what the desk asks for; null where it was called off, done elsewhere, or done. */
export async function doAtDesk(name: CommandName, desk: Desk, store: DraftStore): Promise<Problem | null> {
  const command = allCommands.find((one) => one.name === name);
  if (!command?.fits(store.getSnapshot())) return null;
  const params = await command.ask(desk);
  return params === null ? null : store.run(command, params);
}

/** The command of a pressed key, as things are selected; undefined for keys that mean nothing now. */
export function commandOfKey(pressed: Parameters<typeof keyName>[0], state: DraftState): CommandName | undefined {
  const key = keyName(pressed);
  return allCommands.find(({ ways, fits }) => ways.key === key && fits(state))?.name;
}

/** What the menu of a row of the outline offers, in the order of the list of commands. */
export function menuOf(row: Row, state: DraftState): AnyCommand[] {
  const fit = new Set(allCommands.filter(({ fits }) => fits(state)).map(({ name }) => name));
  return commands.filter(({ name, ways }) => (ways.outline as readonly Row[]).includes(row) && fit.has(name));
}
