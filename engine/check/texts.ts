import type { Text } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { safetyFlags } from '../rule/core-attributes.ts';
import { lintText } from '../text/lint/index.ts';
import { parseTemplate, variablesOf } from '../text/template.ts';
import { textAt } from '../text-at.ts';
import { isTextName } from '../text-values.ts';
import { closure } from './closure.ts';
import type { Readable, Subject } from './subject.ts';

/** Texts that are missing in a required language, empty, without a subject, wrongly written, not reviewed, or poorly said. */
export function checkTexts(subject: Subject): Problem[] {
  const { journey, readable } = subject;
  const opening = openingNodes(subject);
  const spoken = [...readable.values()].flatMap((read) =>
    journey.languages.flatMap((language) =>
      channelsOf(read).flatMap((channel) =>
        checkText(
          subject,
          textAt(journey.texts, { language, node: read.node.id, channel }),
          {
            node: read.node.id,
            path: ['texts', language, read.node.id, channel],
            params: { language, channel },
          },
          opening.has(read.node.id),
        ),
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

const channelsOf = ({ kind, config }: Readable): string[] => kind.speaks?.(config) ?? [];

/** The nodes that speak to somebody to whom nothing has been said yet. */
function openingNodes({ readable, edges }: Subject): Set<string> {
  const speaks = (id: string) => {
    const read = readable.get(id);
    return read !== undefined && channelsOf(read).length > 0;
  };
  const triggers = [...readable.values()].filter(({ kind }) => kind.entry).map(({ node }) => node.id);
  const silent = edges.filter(({ from }) => !speaks(from));
  return new Set([...closure(triggers, silent)].filter(speaks));
}

/** What is wrong with one text in its place; `text` undefined: it is missing. `opens`: nothing was said to anybody before. */
export function checkText(
  subject: Subject,
  text: Text | undefined,
  { path, params, node }: { path: string[]; params: { language: string; channel: string }; node?: string },
  opens = false,
): Problem[] {
  const place = { ...(node === undefined ? {} : { node }), path };
  const { language, channel } = params;
  if (!text) return [{ code: 'text-missing', severity: 'error', ...place, params }];
  const problems: Problem[] = [];
  if (text.body.trim() === '') problems.push({ code: 'text-empty', severity: 'error', ...place, params });
  if ((channel === 'email' || channel === 'letter') && !text.subject?.trim())
    problems.push({ code: 'subject-missing', severity: 'error', ...place, params });
  if (text.state === 'translated') problems.push({ code: 'text-not-reviewed', severity: 'error', ...place, params });
  for (const field of ['subject', 'body'] as const)
    for (const problem of checkTemplate(subject, text[field] ?? '', language))
      problems.push({ ...problem, ...place, path: [...path, field], params: { ...params, ...problem.params } });
  const passage = { ...params, subject: text.subject ?? '', body: text.body, opens };
  for (const problem of lintText({ ...passage, class: classOf(subject, node), domains: subject.context.domains }))
    problems.push({ ...problem, ...place, params: { ...params, ...problem.params } });
  return problems;
}

/** A ladder may be of another class than its journey. */
function classOf({ journey, compiled }: Subject, node: string | undefined) {
  const own = Object.entries(compiled.sends).find(([send]) => send.startsWith(`${node}.`));
  return own?.[1].class ?? journey.class;
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
