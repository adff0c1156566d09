import { parseArgs } from 'node:util';
import { adoptRunning } from './cauce/adopt-running.ts';
import { type Command, openDesk, type Values, Wrong } from './cauce/command.ts';
import { commands } from './cauce/commands.ts';
import { words } from './cauce/words.ts';

process.exitCode = await cauce(process.argv.slice(2));

/** Exit codes: 0 done, 1 problems, 2 not understood. */
async function cauce([name = 'help', ...args]: string[]): Promise<number> {
  const command = (commands as Record<string, Command | undefined>)[name];
  if (!command) {
    const asked = ['help', '--help', '-h'].includes(name);
    for (const line of words.help(Object.values(commands).map(({ usage }) => usage))) say(asked, line);
    return asked ? 0 : 2;
  }
  adoptRunning();
  const desk = openDesk();
  try {
    const given = read(command, args);
    return await command.run(desk, given.positionals, given.values);
  } catch (error) {
    if (error instanceof Wrong) return complain(error.message, command.usage);
    if (isAway(error)) return complain(words.databaseAway());
    throw error;
  } finally {
    await desk.close();
  }
}

function read({ options }: Command, args: string[]): { positionals: string[]; values: Values } {
  try {
    const all = { ...options, unit: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args, options: all, allowPositionals: true, strict: true });
    return { positionals, values: values as Values };
  } catch (error) {
    throw new Wrong(error instanceof Error ? error.message : String(error));
  }
}

function complain(reason: string, usage?: string): number {
  process.stderr.write(`${reason}\n${usage ? `  npm run cauce -- ${usage}\n` : ''}`);
  return usage ? 2 : 1;
}

function say(asked: boolean, line: string): void {
  (asked ? process.stdout : process.stderr).write(`${line}\n`);
}

function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  return error instanceof Error && 'code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ENOTFOUND');
}
