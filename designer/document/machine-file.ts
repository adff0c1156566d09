import { compile } from '#engine/compile.ts';
import type { Journey } from '#engine/journey.ts';

/** The machine that a journey compiles to, as a module that Stately's tools open. */
export function machineFile(journey: Journey): string {
  const { machine } = compile(journey);
  return `import { createMachine } from 'xstate';\n\nexport const machine = createMachine(${JSON.stringify(machine, null, 2)});\n`;
}
