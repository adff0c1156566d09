import type { ClaimedMessage } from '#drizzle/crowd/claim.ts';
import type { Plan } from '#drizzle/crowd/plan.ts';
import { checkCode } from '#engine/text/check-code.ts';
import type { Medium } from '#engine/text/escape-value.ts';
import { type PreparedText, prepareText } from '#engine/text/slots.ts';
import type { Values } from '#engine/text/template.ts';

/** The words of one message, or why they cannot be written (a Problem's code). */
export type Written = { ok: true; subject?: string; body: string } | { ok: false; reason: string };
/** A revision's texts for one channel: which facts they need, in order, and how to write one message. */
export type Texts = { facts: string[]; write: (message: ClaimedMessage) => Written };

const media: Record<string, Medium> = { sms: 'sms', voice: 'voice', email: 'text', push: 'text', letter: 'text' };
const prepared = new WeakMap<Plan, Map<string, Texts>>();

/** Prepares every text of a revision for a channel, once; later messages only fill slots. */
export function textsOf(plan: Plan, channel: string): Texts {
  let known = prepared.get(plan);
  if (!known) prepared.set(plan, (known = new Map()));
  let texts = known.get(channel);
  if (!texts) known.set(channel, (texts = prepare(plan, channel)));
  return texts;
}

type Template = { subject?: PreparedText; body: PreparedText };

function prepare(plan: Plan, channel: string): Texts {
  const facts = factsIn(plan, channel);
  const paths = facts.map((fact) => fact.split('.'));
  const templates = new Map<string, Template | string>();
  return {
    facts,
    write: (message) => {
      const key = `${message.node} ${message.language} ${message.zone}`;
      let template = templates.get(key);
      if (template === undefined) templates.set(key, (template = templateOf(plan, channel, message)));
      if (typeof template === 'string') return { ok: false, reason: template };
      return fill(template, valuesOf(paths, message));
    },
  };
}

/** What the texts mention that the claim must bring: everything but what the message itself knows. */
function factsIn(plan: Plan, channel: string): string[] {
  const facts = new Set<string>();
  for (const nodes of Object.values(plan.journey.texts))
    for (const texts of Object.values(nodes)) {
      const text = texts[channel];
      for (const source of text ? [text.subject ?? '', text.body] : []) {
        const read = prepareText(source, { medium: 'text', language: 'es', zone: 'Europe/Madrid' });
        if (read.ok)
          read.value.variables
            .filter((name) => /^(citizen|member|event)\./.test(name))
            .forEach((name) => facts.add(name));
      }
    }
  return [...facts].sort();
}

/** The person's language, else its base (es-x-easy → es), else the first of the journey. */
function templateOf(plan: Plan, channel: string, { node, language, zone }: ClaimedMessage): Template | string {
  for (const candidate of [language, language.split('-')[0] ?? language, plan.journey.languages[0] ?? 'es']) {
    const text = plan.journey.texts[candidate]?.[node]?.[channel];
    if (!text) continue;
    const setting = { medium: media[channel] ?? 'text', language: candidate, zone };
    const body = prepareText(text.body, setting);
    const subject = text.subject === undefined ? undefined : prepareText(text.subject, setting);
    if (!body.ok) return body.problem.code;
    if (subject && !subject.ok) return subject.problem.code;
    return { body: body.value, ...(subject?.ok ? { subject: subject.value } : {}) };
  }
  return 'no-text';
}

function valuesOf(paths: string[][], message: ClaimedMessage): Values {
  const values: Record<string, Record<string, unknown>> = { message: { code: checkCode(message.id) } };
  paths.forEach((path, i) => {
    let place: Record<string, unknown> = values;
    // Without a prototype: a text may mention `event.__proto__.x`, and what an event says must not become everybody's.
    for (const step of path.slice(0, -1)) place = (place[step] ??= Object.create(null)) as Record<string, unknown>;
    place[path.at(-1)!] = message.values[i];
  });
  return values as Values; // jsonb holds nothing that a template value could not be
}

function fill({ subject, body }: Template, values: Values): Written {
  const text = body.write(values);
  if (!text.ok) return { ok: false, reason: text.problem.code };
  if (!subject) return { ok: true, body: text.value };
  const title = subject.write(values);
  return title.ok ? { ok: true, subject: title.value, body: text.value } : { ok: false, reason: title.problem.code };
}
