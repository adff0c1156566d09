import type { Edge, Journey, Node } from '#engine/journey.ts';
import { kindOf } from '#engine/nodes/index.ts';
import { type Answers, slugOf } from './answers.ts';
import { tried } from './choices.ts';

type Words = (key: string) => string;

/**
 * The first draft that five answers make: how people enter, what they are told, what they are waited for, what happens if
 * they do nothing, how it ends; the goal, the stop rule, and the card. `word` gives titles in the official's language.
 */
export function firstDraft(answers: Answers, word: Words): unknown {
  const { nodes, edges } = flow(answers, word);
  const { doesEvent, stopEvent } = answers;
  return {
    cauce: 1,
    slug: slugOf(answers.title) || 'recorrido',
    title: answers.title,
    description: answers.outcome,
    purpose: answers.purpose,
    ...(answers.purposeCode ? { purposeCode: answers.purposeCode } : {}),
    basis: { kind: answers.basis, norm: answers.norm },
    retentionMonths: answers.retentionMonths,
    ...(answers.dir3 ? { dir3: answers.dir3 } : {}),
    ...(answers.sia ? { sia: answers.sia } : {}),
    class: answers.class,
    languages: answers.languages,
    expiresAfter: answers.class === 'emergency' ? 'PT2H' : 'P15D',
    ...(answers.class === 'emergency' ? {} : { quietHours: { from: '21:00', to: '09:00' } }),
    nodes,
    edges,
    ...(doesEvent ? { goals: [{ id: 'logrado', title: answers.outcome, event: doesEvent, outcome: 'achieved' }] } : {}),
    ...(stopEvent
      ? { stops: [{ id: 'ya-no', title: word('start.stopTitle'), event: stopEvent, outcome: 'not-applicable' }] }
      : {}),
  } satisfies Record<string, unknown> & Partial<Record<keyof Journey, unknown>>;
}

function flow(answers: Answers, word: Words): { nodes: Node[]; edges: Edge[] } {
  const nodes: Node[] = [];
  const edges: Edge[] = [];
  const add = (id: string, kind: string, config: Node['config'], title?: string, note?: string) => {
    const node = {
      id,
      kind,
      ...(title ? { title } : {}),
      ...(note ? { note } : {}),
      config: { ...kindOf(kind)?.starter, ...config },
    };
    nodes.push(node);
    return id;
  };
  const lead = (from: string, port: string, to: string) => edges.push({ from, port, to });
  const end = (id: string, outcome: string, title?: string) => add(id, 'end', { outcome }, title);

  add(
    'entrada',
    answers.begins,
    answers.begins === 'event' ? { event: answers.beginsEvent } : {},
    undefined,
    answers.who,
  );
  const asks = answers.does === 'answer';
  const said = add(
    asks ? 'pregunta' : 'aviso',
    asks ? 'ask' : 'notify',
    asks ? {} : ladderOf(answers),
    word(asks ? 'start.question' : 'start.notice'),
  );
  lead('entrada', 'start', said);

  end('logrado', 'achieved', answers.outcome);
  end('sinAvisar', 'nobody', word('start.unreached'));
  lead(said, 'nobody', 'sinAvisar');
  if (answers.does === 'know') {
    lead(said, 'reached', 'logrado');
    return { nodes, edges };
  }
  const silent = inSilence(answers, word, { add, lead, end });
  if (asks) {
    lead(said, 'yes', 'logrado');
    lead(said, 'no', end('diceQueNo', 'declined', word('start.declined')));
    lead(said, 'not-understood', silent);
    lead(said, 'no-answer', silent);
  } else {
    const waited = add(
      'espera',
      'wait-for',
      { event: answers.doesEvent, limit: `P${answers.days}D` },
      word('start.waiting'),
    );
    lead(said, 'reached', waited);
    lead(waited, 'arrived', 'logrado');
    lead(waited, 'late', silent);
  }
  return { nodes, edges };
}

type Drawing = {
  add: (id: string, kind: string, config: Node['config'], title?: string) => string;
  lead: (from: string, port: string, to: string) => unknown;
  end: (id: string, outcome: string, title?: string) => string;
};

/** What happens to whoever does nothing: the first node of it. */
function inSilence(answers: Answers, word: Words, { add, lead, end }: Drawing): string {
  const nothing = end('sinRespuesta', 'no-answer', word('start.silent'));
  if (answers.otherwise === 'nothing') return nothing;
  if (answers.otherwise === 'task') {
    const task = add('tarea', 'task', { title: word('start.taskTitle'), skill: 'desk' }, word('start.task'));
    lead(task, 'done', 'logrado');
    lead(task, 'overdue', nothing);
    return task;
  }
  const reminder = add('recordatorio', 'notify', ladderOf(answers), word('start.reminder'));
  if (!answers.doesEvent) {
    lead(reminder, 'nobody', nothing);
    lead(reminder, 'reached', nothing);
    return reminder;
  }
  const last = add(
    'otraEspera',
    'wait-for',
    { event: answers.doesEvent, limit: `P${answers.days}D` },
    word('start.lastWaiting'),
  );
  // Whom no channel reached may do it all the same.
  lead(reminder, 'nobody', last);
  lead(reminder, 'reached', last);
  lead(last, 'arrived', 'logrado');
  lead(last, 'late', nothing);
  return reminder;
}

/** An attempt on each channel, in the order in which they are tried. */
function ladderOf({ channels }: Answers): Node['config'] {
  return {
    rungs: tried
      .filter((channel) => channels.includes(channel))
      .map((channel) => ({
        id: channel,
        channel,
        ...(channel === 'letter' ? { answer: 'P10D', enough: 'accepted' } : {}),
      })),
  };
}
