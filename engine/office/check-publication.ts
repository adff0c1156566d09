import type { Journey, Node } from '../journey.ts';
import { parseConfig } from '../node-config.ts';
import { kindOf } from '../nodes/index.ts';
import type { Problem } from '../problem.ts';
import { fold } from '../rule/fold.ts';

/**
 * What stands in the way of asking for approval besides what `check` finds: a legal frame that is not whole, comments that
 * nobody has closed, and a call for help that nobody hears. Warnings are for the author to weigh.
 */
export function checkPublication(journey: Journey, { openComments }: { openComments: number }): Problem[] {
  const problems: Problem[] = [];
  const add = (code: string, severity: Problem['severity'], path: string, params: Problem['params'] = {}) =>
    problems.push({ code, severity, path: [path], params });
  if (!journey.purpose?.trim()) add('purpose-missing', 'error', 'purpose');
  if (journey.retentionMonths === undefined) add('no-retention', 'error', 'retentionMonths');
  if (!journey.sia) add('no-sia', 'warning', 'sia');
  if (openComments > 0) add('comments-open', 'error', 'comments', { n: openComments });
  return [...problems, ...journey.nodes.flatMap((node) => unheard(journey, node))];
}

type Asked = { answers?: { id: string; title: string; keywords: string[] }[]; class?: string };

/** Who answers that they need help in an emergency must reach a person at once, and not a message or a wait. */
function unheard(journey: Journey, node: Node): Problem[] {
  const kind = kindOf(node.kind);
  const parsed = kind && parseConfig(kind, node);
  const { answers, class: own } = (parsed?.ok ? parsed.config : {}) as Asked; // only questions have answers
  if (!Array.isArray(answers) || (own ?? journey.class) !== 'emergency') return [];
  return answers
    .filter(({ id, title, keywords }) =>
      [id, title, ...keywords].some((word) => /\b(ayuda|auxilio|socorro|help|ajuda|laguntza)\b/.test(fold(word))),
    )
    .filter(({ id }) => !isPerson(journey, journey.edges.find(({ from, port }) => from === node.id && port === id)?.to))
    .map(({ title }) => ({ code: 'help-unheard', severity: 'error', node: node.id, params: { answer: title } }));
}

/** Whether a person of the house is there, at once or behind steps where nobody stands. */
function isPerson(journey: Journey, id: string | undefined): boolean {
  const seen = new Set<string>();
  for (let at = id; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const node = journey.nodes.find((one) => one.id === at);
    const kind = kindOf(node?.kind ?? '');
    if (kind?.face === 'hand') return true;
    if (!kind || kind.rests) return false;
    at = journey.edges.find(({ from }) => from === at)?.to;
  }
  return false;
}
