import { hasNoAdministrator } from '#drizzle/queries/first-administrator.ts';
import { invite } from '#drizzle/queries/invitations.ts';
import { env } from '#env';
import type { Command } from './command.ts';
import { words } from './words.ts';

/** Prints the address at which the first administrator is made: once, within a day; none where somebody administers already. */
export const administrator = {
  usage: 'administrator',
  options: {},
  run: async (desk) => {
    if (!(await hasNoAdministrator(desk.database()))) {
      desk.complain(words.administered());
      return 1;
    }
    const token = await invite(desk.database(), { officialId: null, hours: 24 });
    desk.say(`${env().PUBLIC_URL ?? `http://localhost:${env().PORT}`}/sign-in/welcome/${token}`);
    desk.complain(words.administratorOnce());
    return 0;
  },
} satisfies Command;
