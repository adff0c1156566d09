import type { Text } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { safetyFlags } from '../rule/core-attributes.ts';
import { parseTemplate, variablesOf } from '../text/template.ts';
import { textAt } from '../text-at.ts';
import { isTextName } from '../text-values.ts';
import { checkSmishing } from './smishing.ts';
import type { Subject } from './subject.ts';

/** Texts that are missing in a required language, empty, without a subject, wrongly written, or that read like a scam. */
export function checkTexts(subject: Subject): Problem[] {
  const { journey, readable } = subject;
  const spoken = [...readable.values()].flatMap(({ node, kind, config }) =>
    journey.languages.flatMap((language) =>
      (kind.speaks?.(config) ?? []).flatMap((channel) =>
        checkText(subject, textAt(journey.texts, { language, node: node.id, channel }), {
          node: node.id,
          path: ['texts', language, node.id, channel],
          params: { language, channel },
        }),
      ),
    ),
  );
  const strays = Object.entries(journey.texts).flatMap(([language, nodes]) =>
    Object.keys(nodes)
      .filter((node) => !journey.nodes.some(({ id }) => id === node))
      .map((node) => ({
        code: 'text-of-nobody',
        severity: 'warning' as const,
        path: ['texts', language, node],
        params: { language, node },
      })),
  );
  return [...spoken, ...strays];
}

/** What is wrong with one text in its place; `text` undefined: it is missing. */
export function checkText(
  subject: Subject,
  text: Text | undefined,
  { path, params, node }: { path: string[]; params: { language: string; channel: string }; node?: string },
): Problem[] {
  const place = { ...(node === undefined ? {} : { node }), path };
  const { language, channel } = params;
  if (!text) return [{ code: 'text-missing', severity: 'error', ...place, params }];
  const problems: Problem[] = [];
  if (text.body.trim() === '') problems.push({ code: 'text-empty', severity: 'error', ...place, params });
  if ((channel === 'email' || channel === 'letter') && !text.subject?.trim())
    problems.push({ code: 'subject-missing', severity: 'error', ...place, params });
  for (const field of ['subject', 'body'] as const)
    for (const problem of checkTemplate(subject, text[field] ?? '', language))
      problems.push({ ...problem, ...place, path: [...path, field], params: { ...params, ...problem.params } });
  if (channel === 'sms')
    for (const problem of checkSmishing(text.body)) problems.push({ ...problem, ...place, params });
  return problems;
}

function checkTemplate({ journey, context }: Subject, source: string, language: string): Problem[] {
  const template = parseTemplate(source, { language, zone: 'Europe/Madrid', medium: 'text' });
  if (!template.ok) return [template.problem];
  const catalogue = context.catalogue.map(({ name }) => name).filter((name) => !safetyFlags.includes(name));
  const variables = journey.variables.map(({ name }) => name);
  return variablesOf(template.value)
    .filter((name) => !isTextName(name, catalogue, variables))
    .map((name) => ({ code: 'text-unknown-name', severity: 'error', params: { name } }));
}
