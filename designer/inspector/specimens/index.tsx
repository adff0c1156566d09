import type { Journey } from '#engine/journey.ts';
import type { Specimen } from '#ui/specimens/specimen.ts';
import { houseSpecimens } from './house.tsx';
import { estimatingAsks } from './invented-house.ts';
import { node, state } from './specimen-parts.ts';
import { TryNode } from './try-node.tsx';

const rungs = [
  { id: 'sms', channel: 'sms', answer: { hours: 48 } },
  { id: 'email', channel: 'email', answer: { hours: 48 } },
];
const answers = [
  { id: 'leave', title: 'Me voy', digit: '1', keywords: ['salgo', 'me marcho'] },
  { id: 'help', title: 'Necesito ayuda', digit: '2', keywords: ['ayuda', 'socorro'] },
];
const elderly = {
  all: [
    { fact: 'citizen.birthDate', is: 'age-between', value: [65, 120] },
    {
      any: [
        { fact: 'citizen.livesAlone', is: 'equals', value: true },
        { fact: 'citizen.needs', is: 'has', value: 'oxygen' },
      ],
    },
    { fact: 'citizen.municipality', is: 'in-municipality', value: ['46118', '46250'] },
  ],
};
const sms =
  'Comunidad de Muestra: ya puede pedir la beca de comedor, {{ citizen.givenName | default: "vecina" }}, hasta el {{ citizen.grantDeadline | date: \'long\' }}. Pida su cita de atención en el centro escolar. {{ message.code }}';
const mail =
  "Hola, {{ citizen.givenName }}:\n\nSe ha abierto el plazo para pedir la beca de comedor. Puede pedirla hasta el {{ citizen.grantDeadline | date: 'long' }}.\n\nQué tiene que hacer:\n1. Entre en la sede electrónica.\n2. Revise sus datos.\n3. Firme la solicitud.\n\n[Entrar en la sede](https://sede.muestra.es)\n\n[[ca]] Si la vol en valencià, truque al 012.";
const texts = (channel: string, es: object, ca?: object): Partial<Journey> => ({
  texts: { es: { n2: { [channel]: es } }, ...(ca && { ca: { n2: { [channel]: ca } } }) } as Journey['texts'],
});

/** The forms and controls of the inspector in their states, by the name their page has under /dev/controls. */
export const controlSpecimens: Record<string, Specimen> = {
  rule: {
    title: 'Condición',
    file: 'designer/controls/rule/rule-control.tsx',
    small: true,
    states: [
      state('con grupos, cuenta exacta', () => (
        <TryNode node={node('launch', { audience: elderly, entry: 'per-run' })} />
      )),
      state('estimación', () => <TryNode asks={estimatingAsks} node={node('launch', { audience: elderly.all[0] })} />),
      state('con errores', () => (
        <TryNode
          node={node('launch', {
            audience: {
              all: [
                { fact: 'citizen.schoolChildren', is: 'at-least' },
                { fact: 'citizen.shoeSize', is: 'exists' },
              ],
            },
          })}
        />
      )),
      state('vacía', () => <TryNode node={node('launch', {})} />),
    ],
  },
  ladder: {
    title: 'Orden de canales',
    file: 'designer/controls/ladder/ladder-control.tsx',
    small: true,
    states: [
      state('uno tras otro', () => (
        <TryNode node={node('notify', { rungs, order: 'sequential' }, { title: 'Aviso de apertura' })} />
      )),
      state('todos a la vez, en emergencia', () => (
        <TryNode
          journey={{ class: 'emergency' }}
          node={node('notify', { rungs: [...rungs, { id: 'voice', channel: 'voice' }], order: 'parallel' })}
        />
      )),
      state('con errores', () => (
        <TryNode
          node={node('notify', {
            rungs: [
              { id: 'sms', channel: 'sms' },
              { id: 'sms', channel: 'sms', answer: { hours: 'x' } },
            ],
          })}
        />
      )),
    ],
  },
  answers: {
    title: 'Respuestas',
    file: 'designer/controls/answers/answers-control.tsx',
    small: true,
    states: [
      state('dos respuestas', () => (
        <TryNode node={node('ask', { rungs, answers, limit: { minutes: 10 }, variable: 'respuesta' })} />
      )),
      state('dos que se confunden', () => (
        <TryNode
          node={node('ask', {
            rungs,
            answers: [...answers, { id: 'other', title: 'Otra ayuda', digit: '3', keywords: ['ayuda'] }],
            limit: { minutes: 10 },
          })}
        />
      )),
    ],
  },
  wait: {
    title: 'Espera',
    file: 'designer/controls/wait/wait-control.tsx',
    small: true,
    states: [
      state('días hábiles', () => <TryNode node={node('wait', { until: { for: 'working-days', days: 75 } })} />),
      state('hasta una fecha', () => (
        <TryNode
          node={node('wait', { until: { for: 'date', fact: 'citizen.grantDeadline', offsetDays: -10, at: '09:00' } })}
        />
      )),
      state('horas permitidas', () => (
        <TryNode
          node={node('wait', {
            until: { for: 'allowed-hours', hours: { from: '09:00', to: '21:00', weekdays: [1, 2, 3, 4, 5] } },
          })}
        />
      )),
      state('sin elegir', () => <TryNode node={node('wait', {})} />),
    ],
  },
  message: {
    title: 'Textos',
    file: 'designer/controls/message/message-panel.tsx',
    small: true,
    states: [
      state('SMS con tilde cara', () => (
        <TryNode show="words" node={node('notify', { rungs })} journey={texts('sms', { body: sms })} />
      )),
      state('correo con partes', () => (
        <TryNode
          show="words"
          node={node('notify', { rungs: [rungs[1]] })}
          journey={texts(
            'email',
            { subject: 'Ya puede pedir la beca de comedor', body: mail },
            { subject: 'Beca', body: 'Hola', state: 'translated' },
          )}
        />
      )),
      state('carta', () => (
        <TryNode
          show="words"
          node={node('notify', { rungs: [{ id: 'letter', channel: 'letter' }] })}
          journey={texts('letter', {
            subject: 'Beca de comedor',
            body: mail,
            state: 'reviewed',
            review: { by: 'Ana Ferrer', on: '2026-06-28' },
          })}
        />
      )),
      state('llamada', () => (
        <TryNode
          show="words"
          node={node('notify', { rungs: [{ id: 'voice', channel: 'voice' }] })}
          journey={texts('voice', {
            body: 'Le llama la Comunidad de Muestra. Ya puede pedir la beca de comedor. Gracias.',
          })}
        />
      )),
      state('con reparos', () => (
        <TryNode
          show="words"
          journey={{
            class: 'emergency',
            ...texts('sms', { body: 'Su solicitud ha sido concedida por 120,50 €. Debe subsanar en bit.ly/3x' }),
          }}
          node={node('notify', { rungs })}
        />
      )),
      state('sin escribir', () => <TryNode show="words" node={node('notify', { rungs })} />),
    ],
  },
  branches: {
    title: 'Bifurcación',
    file: 'designer/controls/lists/branches-control.tsx',
    small: true,
    states: [
      state('dos caminos', () => (
        <TryNode
          node={node('branch', {
            paths: [
              { id: 'old', title: 'Mayor que vive sola', rule: elderly },
              {
                id: 'near',
                title: 'Faltan 10 días',
                rule: { fact: 'citizen.grantDeadline', is: 'in-next-days', value: 10 },
              },
            ],
          })}
        />
      )),
    ],
  },
  lists: {
    title: 'Repartos, finales, anotaciones',
    file: 'designer/controls/lists/shares-control.tsx',
    small: true,
    states: [
      state('reparto', () => (
        <TryNode
          node={node('split', {
            shares: [
              { id: 'a', percent: 70 },
              { id: 'b', percent: 25 },
            ],
          })}
        />
      )),
      state('reparto en una emergencia', () => (
        <TryNode
          journey={{ class: 'emergency' }}
          node={node('split', {
            shares: [
              { id: 'a', percent: 50 },
              { id: 'b', percent: 50 },
            ],
          })}
        />
      )),
      state('tarea', () => (
        <TryNode
          node={node('task', {
            title: 'Llamar a quien pidió ayuda',
            skill: 'rescue',
            hours: 2,
            outcomes: [
              { id: 'safe', title: 'A salvo' },
              { id: 'unit', title: 'Unidad enviada' },
            ],
          })}
        />
      )),
      state('anotación', () => <TryNode node={node('set', { variable: 'avisos', to: { plus: 1 } })} />),
      state('final', () => <TryNode node={node('end', { outcome: 'nadie-localizado' })} />),
    ],
  },
  triggers: {
    title: 'Inicios y sucesos',
    file: 'designer/controls/time/calendar-control.tsx',
    small: true,
    states: [
      state('calendario', () => (
        <TryNode
          node={node('schedule', {
            recurrence: { every: 'year', month: 9, day: 1, time: '09:00', zone: 'Europe/Madrid' },
            audience: elderly.all[0],
          })}
        />
      )),
      state('suceso', () => <TryNode node={node('event', { event: 'beca.presentada', entry: 'per-case' })} />),
      state('aviso CAP', () => <TryNode node={node('cap-warning', { severity: 'Severe', events: ['Met', 'AT'] })} />),
      state('espera de un suceso', () => (
        <TryNode node={node('wait-for', { event: 'beca.presentada', limit: 'P20D' })} />
      )),
    ],
  },
  ...houseSpecimens,
};
