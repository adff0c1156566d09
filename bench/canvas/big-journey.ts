/**
 * A journey of `size` nodes as large programmes are drawn: procedures of nine steps one after another and side by side,
 * each with its notice, answers, wait, reminder, task and two ends, so that every face and some 1.5 lines per node occur.
 */
export function bigJourney(size: number) {
  const nodes: { id: string; kind: string; title: string; config: object }[] = [
    { id: 'door', kind: 'launch', title: 'Se abre el programa', config: { audience: { all: [] } } },
  ];
  const edges: { from: string; port: string; to: string }[] = [];
  const texts: Record<string, Record<string, { body: string }>> = {};
  let open = [{ from: 'door', port: 'start' }];
  for (let block = 0; nodes.length + steps.length <= size; block++) {
    const id = (step: string) => `b${block}${step}`;
    const { from, port } = open.shift() ?? { from: 'door', port: 'start' };
    edges.push({ from, port, to: id('Notice') });
    for (const { step, kind, title, config } of steps)
      nodes.push({ id: id(step), kind, title: `${title} ${block + 1}`, config });
    for (const [a, way, b] of ways) edges.push({ from: id(a), port: way, to: id(b) });
    texts[id('Notice')] = texts[id('Reminder')] = texts[id('Ask')] = { sms: { body }, email: { body } };
    // Three ways on: the programme grows in width first, then in length.
    open.push(
      { from: id('Fork'), port: 'otherwise' },
      { from: id('Task'), port: 'done' },
      { from: id('Wait'), port: 'done' },
    );
    if (open.length > widest) open = open.slice(0, widest);
  }
  for (let i = 0; nodes.length < size; i++)
    nodes.push({ id: `note${i}`, kind: 'end', title: 'Final', config: { outcome: 'loose' } });
  return {
    cauce: 1,
    slug: 'programa-grande',
    title: `Programa de ${size} pasos`,
    class: 'service',
    languages: ['es'],
    nodes,
    edges,
    texts: { es: texts },
  };
}

const widest = 12;
const body = 'Comunidad de Muestra: ya puede pedir su ayuda en la sede o en el centro. Dudas: 012. {{ message.code }}';
const rungs = [
  { id: 'email', channel: 'email', answer: 'PT48H' },
  { id: 'sms', channel: 'sms', answer: 'PT48H' },
];
const steps = [
  { step: 'Notice', kind: 'notify', title: 'Aviso de apertura', config: { rungs } },
  {
    step: 'Ask',
    kind: 'ask',
    title: '¿Podrá presentarla?',
    config: {
      rungs,
      limit: 'P5D',
      answers: [
        { id: 'yes', title: 'Sí, podré' },
        { id: 'help', title: 'Necesito ayuda' },
      ],
    },
  },
  {
    step: 'WaitFor',
    kind: 'wait-for',
    title: 'Esperar la solicitud',
    config: { event: 'ayuda.presentada', limit: 'P20D' },
  },
  {
    step: 'Fork',
    kind: 'branch',
    title: '¿Vive a solas?',
    config: {
      paths: [{ id: 'alone', title: 'Vive a solas', rule: { fact: 'citizen.livesAlone', is: 'equals', value: true } }],
    },
  },
  { step: 'Wait', kind: 'wait', title: 'Diez días hábiles', config: { until: { for: 'working-days', days: 10 } } },
  { step: 'Reminder', kind: 'notify', title: 'Recordatorio', config: { rungs, order: 'parallel' } },
  {
    step: 'Task',
    kind: 'task',
    title: 'Llamar a la familia',
    config: {
      title: 'Llamar a la familia',
      skill: 'grants-office',
      hours: 15,
      outcomes: [{ id: 'done', title: 'Hablado' }],
    },
  },
  { step: 'EndFiled', kind: 'end', title: 'Presentada', config: { outcome: 'filed' } },
  { step: 'EndNobody', kind: 'end', title: 'No se ha podido avisar', config: { outcome: 'nobody-reached' } },
];
const ways: [string, string, string][] = [
  ['Notice', 'reached', 'Ask'],
  ['Notice', 'nobody', 'Task'],
  ['Ask', 'yes', 'WaitFor'],
  ['Ask', 'help', 'Task'],
  ['Ask', 'not-understood', 'WaitFor'],
  ['Ask', 'no-answer', 'Fork'],
  ['Ask', 'nobody', 'EndNobody'],
  ['WaitFor', 'arrived', 'EndFiled'],
  ['WaitFor', 'late', 'Reminder'],
  ['Fork', 'alone', 'Task'],
  ['Reminder', 'reached', 'Wait'],
  ['Reminder', 'nobody', 'Task'],
  ['Task', 'overdue', 'EndNobody'],
];
