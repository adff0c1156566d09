import type { Journey, Node } from '../journey.ts';
import { parseConfig } from '../node-config.ts';
import { kindOf } from '../nodes/index.ts';
import type { Problem } from '../problem.ts';
import { fold } from '../rule/fold.ts';
import { type Duration, durationMs } from '../time/duration.ts';

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
  for (const { id, kind, config } of journey.nodes)
    if (kind === 'launch' && config['audience'] === undefined)
      problems.push({ code: 'no-audience', severity: 'warning', node: id, path: ['audience'] });
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

/**
 * Whether a person of the house is there, whatever happens: at once, behind steps where nobody stands, or behind words that
 * are said meanwhile and kept short («we know, and are coming»).
 */
function isPerson(journey: Journey, id: string | undefined, leftMs = WORTH_WAITING_MS, seen: string[] = []): boolean {
  const node = journey.nodes.find((one) => one.id === id);
  const kind = kindOf(node?.kind ?? '');
  if (!node || !kind || seen.includes(node.id)) return false;
  if (kind.face === 'hand') return true;
  const stays = kind.rests ? longestSaid(node) : 0;
  const on = journey.edges.filter(({ from }) => from === node.id);
  return (
    stays <= leftMs && on.length > 0 && on.every(({ to }) => isPerson(journey, to, leftMs - stays, [...seen, node.id]))
  );
}

const WORTH_WAITING_MS = 60_000;

type Saying = { order?: string; rungs?: { leave?: Duration; answer?: Duration }[] };

/** How long a message may keep somebody (ms); for ever where that is not written down, and where somebody waits or is asked. */
function longestSaid(node: Node): number {
  if (node.kind !== 'notify') return Number.POSITIVE_INFINITY;
  const kind = kindOf(node.kind);
  const parsed = kind && parseConfig(kind, node);
  const { order, rungs = [] } = (parsed?.ok ? parsed.config : {}) as Saying; // a ladder, by the kind's own schema
  const lengths = rungs.map(({ leave, answer }) =>
    leave === undefined || answer === undefined ? Number.POSITIVE_INFINITY : durationMs(leave) + durationMs(answer),
  );
  return order === 'parallel' ? Math.max(0, ...lengths) : lengths.reduce((sum, length) => sum + length, 0);
}
