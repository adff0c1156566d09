import { brake as brakeRun } from '#drizzle/audit/brake.ts';
import { whose } from '#drizzle/queries/whose.ts';
import { type Command, needed, Wrong } from './command.ts';
import { pokeNow } from './poke-now.ts';
import { runOf } from './status.ts';
import { words } from './words.ts';

/** Pauses, resumes or stops a run, by its id or the beginning of it; stopping asks for a reason. */
function brake(act: 'pause' | 'resume' | 'stop'): Command {
  return {
    usage: act === 'stop' ? 'stop RUN --reason WHY' : `${act} RUN [--reason WHY]`,
    options: { reason: { type: 'string' } },
    run: async (desk, [run], values) => {
      const runId = await runOf(desk, needed(run, 'RUN'), values);
      const reason = act === 'stop' ? needed(values['reason'], '--reason') : values['reason'];
      const found = await whose(desk.database(), 'run', runId);
      if (!found) throw new Wrong(words.noSuchRun(runId));
      const { unitId } = found;
      const why = typeof reason === 'string' ? reason : undefined;
      if (!(await brakeRun(desk.database(), act, { runId, unitId, who: desk.by, reason: why }))) {
        desk.complain(words.cannotBrake(act));
        return 1;
      }
      await pokeNow({ id: runId, lane: found.lane });
      desk.say(words.braked(act, runId));
      return 0;
    },
  };
}

export const pause = brake('pause');
export const resume = brake('resume');
export const stop = brake('stop');
