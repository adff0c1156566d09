import { administrator } from './administrator.ts';
import { audit } from './audit.ts';
import { pause, resume, stop } from './brake.ts';
import { cap } from './cap.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { events } from './events.ts';
import { importCitizens } from './import-citizens.ts';
import { key } from './key.ts';
import { launch } from './launch.ts';
import { publish } from './publish.ts';
import { status } from './status.ts';
import { timeline } from './timeline.ts';
import { walk } from './walk.ts';

/** Every command by its name, in the order of the help. */
export const commands = {
  check,
  compile,
  walk,
  'import-citizens': importCitizens,
  publish,
  launch,
  status,
  timeline,
  pause,
  resume,
  stop,
  events,
  cap,
  key,
  administrator,
  audit,
};
