import type { Attribute } from './rule/attribute.ts';

/** Three journeys like those of the gallery, between them of every node kind; `check` finds no error in them. */
export const catalogue: Attribute[] = [
  { name: 'becaComedor', type: 'boolean', title: {} },
  { name: 'plazoBeca', type: 'date', title: {} },
  { name: 'ingresos', type: 'number', title: {} },
];

const texts = (node: string, channels: string[], words: string) =>
  Object.fromEntries(
    ['es', 'ca'].map((language) => [
      language,
      { [node]: Object.fromEntries(channels.map((channel) => [channel, { subject: 'Aviso', body: words }])) },
    ]),
  );

const said = (body: string) => ({ es: { sms: { body }, voice: { body } }, ca: { sms: { body }, voice: { body } } });

type Texts = Record<string, Record<string, unknown>>;
const merged = (...all: Texts[]): Texts => ({
  es: Object.assign({}, ...all.map(({ es }) => es)),
  ca: Object.assign({}, ...all.map(({ ca }) => ca)),
});

const law = {
  cauce: 1,
  languages: ['es', 'ca'],
  basis: { kind: 'public-task', norm: 'Ley 17/2015, art. 7' },
  dir3: 'L01281234',
};
const edge = (from: string, port: string, to: string) => ({ from, port, to });

export const evacuation = {
  ...law,
  slug: 'evacuacion',
  title: 'Evacuación por incendio',
  class: 'emergency',
  expiresAfter: { hours: 2 },
  variables: [{ name: 'respuesta', type: 'text' }],
  nodes: [
    { id: 'n1', kind: 'launch', config: { audience: { fact: 'citizen.place', is: 'inside-area-of-event' } } },
    {
      id: 'n2',
      kind: 'ask',
      config: {
        order: 'parallel',
        rungs: [
          { id: 'sms', channel: 'sms', answer: { minutes: 10 } },
          { id: 'voice', channel: 'voice', answer: { minutes: 10 } },
          { id: 'carer', channel: 'sms', to: 'carer', answer: { minutes: 10 } },
        ],
        answers: [
          { id: 'leave', title: 'Me voy', digit: '1', keywords: ['salgo'] },
          { id: 'help', title: 'Necesito ayuda', digit: '2', keywords: ['ayuda', 'socorro'] },
          { id: 'safe', title: 'Estoy a salvo', digit: '3' },
        ],
        limit: { minutes: 10 },
        variable: 'respuesta',
      },
    },
    {
      id: 'n3',
      kind: 'task',
      config: {
        title: 'Llamar',
        skill: 'emergencias',
        hours: 1,
        outcomes: [
          { id: 'safe', title: 'A salvo' },
          { id: 'unit', title: 'Unidad enviada' },
        ],
      },
    },
    { id: 'n4', kind: 'end', config: { outcome: 'safe' } },
    { id: 'n5', kind: 'end', config: { outcome: 'nobody' } },
    { id: 'n6', kind: 'cap-warning', config: { severity: 'Severe' } },
  ],
  edges: [
    edge('n1', 'start', 'n2'),
    edge('n6', 'start', 'n2'),
    edge('n2', 'leave', 'n4'),
    edge('n2', 'help', 'n3'),
    edge('n2', 'safe', 'n4'),
    edge('n2', 'not-understood', 'n3'),
    edge('n2', 'no-answer', 'n3'),
    edge('n2', 'nobody', 'n5'),
    edge('n3', 'safe', 'n4'),
    edge('n3', 'unit', 'n4'),
    edge('n3', 'overdue', 'n5'),
  ],
  texts: texts('n2', ['sms', 'voice'], 'Hay un incendio cerca, {{ citizen.givenName | default: "vecina" }}.'),
  followUps: { correction: said('Era un error.'), 'all-clear': said('Ha terminado.') },
};

export const grant = {
  ...law,
  slug: 'beca-comedor',
  title: 'Beca comedor',
  class: 'service',
  variables: [
    { name: 'avisos', type: 'number' },
    { name: 'expediente', type: 'text' },
  ],
  nodes: [
    { id: 'n1', kind: 'schedule', config: {} as Record<string, unknown> },
    {
      id: 'n2',
      kind: 'notify',
      config: {
        rungs: [
          { id: 'email', channel: 'email', answer: { hours: 48 }, leave: { hours: 6 } },
          { id: 'sms', channel: 'sms', answer: { hours: 48 } },
          { id: 'letter', channel: 'letter', answer: { days: 10 }, enough: 'accepted' },
        ],
      },
    },
    { id: 'n3', kind: 'wait-for', config: { event: 'beca.presentada', limit: { days: 20 } } },
    { id: 'n4', kind: 'set', config: { variable: 'avisos', to: { plus: 1 } } },
    {
      id: 'n5',
      kind: 'branch',
      config: {
        paths: [
          {
            id: 'enough',
            rule: {
              all: [
                { fact: 'member.avisos', is: 'at-least', value: 3 },
                { fact: 'citizen.ingresos', is: 'less', value: 20_000 },
              ],
            },
          },
        ],
      },
    },
    {
      id: 'n6',
      kind: 'wait',
      config: { until: { for: 'date', fact: 'citizen.plazoBeca', offsetDays: -10, at: '09:00' } },
    },
    {
      id: 'n7',
      kind: 'call',
      config: { endpoint: 'becas', path: '/expedientes', answers: { expediente: 'numero' }, send: ['citizen.ref'] },
    },
    { id: 'n8', kind: 'end', config: { outcome: 'filed' } },
    { id: 'n9', kind: 'end', config: { outcome: 'nobody-reached' } },
    { id: 'n10', kind: 'wait', config: { until: { for: 'working-days', days: 10 } } },
  ],
  edges: [
    edge('n1', 'start', 'n2'),
    edge('n2', 'reached', 'n3'),
    edge('n2', 'nobody', 'n9'),
    edge('n3', 'arrived', 'n7'),
    edge('n3', 'late', 'n4'),
    edge('n4', 'done', 'n5'),
    edge('n5', 'enough', 'n9'),
    edge('n5', 'otherwise', 'n6'),
    edge('n6', 'done', 'n10'),
    edge('n10', 'done', 'n2'),
    edge('n7', 'success', 'n8'),
    edge('n7', 'failed', 'n8'),
  ],
  stops: [
    {
      id: 'filed',
      title: 'Ya presentada',
      rule: { fact: 'citizen.becaComedor', is: 'equals', value: true },
      outcome: 'filed',
    },
  ],
  texts: texts(
    'n2',
    ['email', 'sms', 'letter'],
    'Puedes pedir la beca hasta el {{ citizen.plazoBeca | date: "long" }}. {{ message.code }}',
  ),
};
grant.nodes[0]!.config = {
  recurrence: { every: 'year', month: 9, day: 1, time: '09:00', zone: 'Europe/Madrid' },
  audience: { fact: 'citizen.needs', is: 'has', value: 'comedor' },
};

export const heatWave = {
  ...law,
  slug: 'ola-de-calor',
  title: 'Ola de calor',
  class: 'service',
  expiresAfter: { hours: 6 },
  nodes: [
    {
      id: 'n1',
      kind: 'event',
      config: {
        event: 'meteo.aviso',
        rule: { fact: 'event.nivel', is: 'in', value: ['naranja', 'rojo'] },
        entry: 'per-event',
      },
    },
    { id: 'n2', kind: 'wait', config: { until: { for: 'allowed-hours', hours: { from: '09:00', to: '21:00' } } } },
    {
      id: 'n3',
      kind: 'ask',
      config: {
        rungs: [
          { id: 'voice', channel: 'voice', answer: { minutes: 30 } },
          { id: 'carer', channel: 'sms', to: 'carer', answer: { minutes: 30 } },
        ],
        answers: [{ id: 'fine', title: 'Estoy bien', digit: '1' }],
        limit: { hours: 4 },
      },
    },
    {
      id: 'n4',
      kind: 'split',
      config: {
        shares: [
          { id: 'visit', percent: 50 },
          { id: 'wait', percent: 50 },
        ],
      },
    },
    {
      id: 'n5',
      kind: 'task',
      config: { title: 'Visitar', skill: 'social', hours: 7, outcomes: [{ id: 'seen', title: 'Atendida' }] },
    },
    { id: 'n6', kind: 'wait', config: { until: { for: 'duration', duration: 'PT12H' } } },
    { id: 'n7', kind: 'end', config: { outcome: 'attended' } },
    { id: 'n8', kind: 'notify', config: { rungs: [{ id: 'voice', channel: 'voice' }] } },
  ],
  edges: [
    edge('n1', 'start', 'n2'),
    edge('n2', 'done', 'n3'),
    edge('n3', 'fine', 'n8'),
    edge('n3', 'not-understood', 'n5'),
    edge('n3', 'no-answer', 'n4'),
    edge('n3', 'nobody', 'n5'),
    edge('n4', 'visit', 'n5'),
    edge('n4', 'wait', 'n6'),
    edge('n5', 'seen', 'n7'),
    edge('n5', 'overdue', 'n7'),
    edge('n6', 'done', 'n7'),
    edge('n8', 'reached', 'n7'),
    edge('n8', 'nobody', 'n7'),
  ],
  goals: [{ id: 'over', title: 'Fin del aviso', event: 'meteo.fin', outcome: 'over' }],
  texts: merged(texts('n3', ['voice', 'sms'], '¿Se encuentra bien?'), texts('n8', ['voice'], 'Beba agua.')),
};

export const fixtures: readonly Record<string, unknown>[] = [evacuation, grant, heatWave];
