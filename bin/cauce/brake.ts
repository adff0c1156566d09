import { pauseRun, resumeRun } from '#drizzle/crowd/brake-run.ts';
import { stopRun } from '#drizzle/crowd/stop-run.ts';
import { noteAct } from '#drizzle/queries/note-act.ts';
import { whose } from '#drizzle/queries/whose.ts';
import { type Command, needed, Wrong } from './command.ts';
import { pokeNow } from './poke-now.ts';
import { runOf } from './status.ts';
import { words } from './words.ts';

const acts = { pause: pauseRun, resume: resumeRun, stop: stopRun };

/** Pauses, resumes or stops a run, by its id or the beginning of it; stopping asks for a reason. */
function brake(act: keyof typeof acts): Command {
  return {
    usage: act === 'stop' ? 'stop RUN --reason WHY' : `${act} RUN [--reason WHY]`,
    options: { reason: { type: 'string' } },
    run: async (desk, [run], values) => {
      const runId = await runOf(desk, needed(run, 'RUN'), values);
      const reason = act === 'stop' ? needed(values['reason'], '--reason') : values['reason'];
      if (!(await acts[act](desk.database(), runId))) {
        desk.complain(words.cannotBrake(act));
        return 1;
      }
      await noteAct(desk.database(), {
        runId,
        what: act,
        who: 'command line',
        ...(typeof reason === 'string' && { reason }),
      });
      const found = await whose(desk.database(), 'run', runId);
      if (!found) throw new Wrong(words.noSuchRun(runId));
      await pokeNow({ id: runId, lane: found.lane });
      desk.say(words.braked(act, runId));
      return 0;
    },
  };
}

export const pause = brake('pause');
export const resume = brake('resume');
export const stop = brake('stop');
