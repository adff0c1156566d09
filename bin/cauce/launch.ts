import { existsSync } from 'node:fs';
import { auditedLaunch } from '#drizzle/audit/audited-launch.ts';
import { type Rule, ruleSchema } from '#engine/rule/rule.ts';
import { durationMs } from '#engine/time/duration.ts';
import { galleryFolders } from '#gallery/load-journey.ts';
import { loadRehearsal } from '#gallery/rehearsal.ts';
import { type Command, fileBytes, jsonOf, needed, type Values, Wrong } from './command.ts';
import { pokeNow } from './poke-now.ts';
import { words } from './words.ts';

/**
 * Launches a journey. `--in` says how long the longest way through it is to take, which gives the clock's scale
 * (engine/journey-length.ts). A drill of a gallery journey begins when its rehearsal does and with the same event, unless
 * `--at` or `--event` say otherwise; `--at now` is today.
 */
export const launch = {
  usage:
    'launch SLUG [--audience RULE-JSON|FILE] [--event JSON|FILE] [--standing] [--drill [--in 10m] [--at 2026-07-02T18:30+02:00|now] [--scale N]] [--json]',
  options: {
    audience: { type: 'string' },
    event: { type: 'string' },
    standing: { type: 'boolean' },
    drill: { type: 'boolean' },
    in: { type: 'string' },
    at: { type: 'string' },
    scale: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (desk, positionals, values) => {
    const slug = needed(positionals[0], 'SLUG');
    const drill = values['drill'] === true;
    if (!drill && (values['in'] ?? values['at'] ?? values['scale']) !== undefined) throw new Wrong(words.onlyDrill());
    const rehearsed = drill ? rehearsalOf(slug) : undefined;
    const launched = await auditedLaunch(desk.database(), desk.by, {
      unitId: await desk.unitId(values),
      slug,
      mode: drill ? 'drill' : 'live',
      audience: audienceOf(values['audience']),
      event: values['event'] === undefined ? rehearsed?.event : eventOf(values['event']),
      standing: values['standing'] === true,
      clock: {
        startsAt: startOf(values) ?? rehearsed?.startsAt,
        withinMs: lengthOf(values['in']),
        scale: scaleOf(values['scale']),
      },
    });
    if (!launched.ok) {
      desk.problems(launched.problems);
      return 1;
    }
    // The relay sees the run by itself; this only spares its next tick.
    await pokeNow({ id: launched.runId, lane: 0 });
    if (values['json'] === true) desk.say(JSON.stringify({ runId: launched.runId }));
    else desk.say(words.launched(slug, launched.runId, drill));
    return 0;
  },
} satisfies Command;

function rehearsalOf(slug: string): { startsAt: number; event: Record<string, unknown> | undefined } | undefined {
  if (!galleryFolders().includes(slug)) return undefined;
  const { starts, event } = loadRehearsal(slug);
  return { startsAt: Date.parse(starts), event };
}

/** The moment of `--at`, epoch ms; undefined when it does not say. */
function startOf({ at }: Values): number | undefined {
  if (at === undefined) return undefined;
  if (at === 'now') return Date.now();
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(String(at))
    ? Date.parse(String(at))
    : Number.NaN;
  if (Number.isNaN(time)) throw new Wrong(words.badTime(String(at)));
  return time;
}

/** `10m`, `90s`, `2h`, `1d` or ISO 8601 (`PT10M`) in ms. */
function lengthOf(text: Values[string]): number | undefined {
  if (text === undefined) return undefined;
  const [, n, unit] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(String(text)) ?? [];
  const ms = unit
    ? Number(n) * { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit as 's' | 'm' | 'h' | 'd']
    : iso(String(text));
  if (!(ms >= 1_000)) throw new Wrong(words.badLength(String(text)));
  return ms;
}

const iso = (text: string) => (/^P[\dWDTHMS.]+$/.test(text) ? durationMs(text) : Number.NaN);

function scaleOf(text: Values[string]): number | undefined {
  if (text === undefined) return undefined;
  const scale = Number(text);
  if (!(scale >= 1 && scale <= 1_000_000)) throw new Wrong(words.badScale(String(text)));
  return scale;
}

function audienceOf(text: Values[string]): Rule | undefined {
  if (text === undefined) return undefined;
  const rule = ruleSchema.safeParse(given(String(text), '--audience'));
  if (rule.success) return rule.data;
  const issue = rule.error.issues[0];
  throw new Wrong(words.badRule(issue?.path.join('.') ?? '', issue?.message ?? ''));
}

function eventOf(text: string | boolean): Record<string, unknown> {
  const event = given(String(text), '--event');
  if (typeof event !== 'object' || event === null || Array.isArray(event)) throw new Wrong(words.badEvent());
  return event as Record<string, unknown>; // looked at above
}

const given = (text: string, name: string) =>
  jsonOf(/^[\s]*[[{]/.test(text) || !existsSync(text) ? text : fileBytes(text).toString('utf8'), name);
