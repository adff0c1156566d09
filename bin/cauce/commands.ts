import { check } from './check.ts';
import { launch } from './launch.ts';
import { publish } from './publish.ts';
import { status } from './status.ts';

/** Every command by its name, in the order of the help. */
export const commands = {
  check,
  publish,
  launch,
  status,
};
