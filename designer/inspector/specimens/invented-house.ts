import type { Asks, Counted, Figure } from '../asks.ts';
import type { House } from '../context.ts';

/** 1 July 2026, 18:30 in Madrid. */
export const now = Date.UTC(2026, 6, 1, 16, 30);

const person = { kind: 'person', zone: 'Europe/Madrid', consents: ['sms', 'email'], blocked: [], needs: [] };

/** A house for the pages that show controls: nothing in it is anybody's. */
export const inventedHouse: House = {
  unit: 'Comunidad de Muestra',
  catalogue: [
    { name: 'grantLastYear', type: 'boolean', title: { es: 'Tuvo beca de comedor el curso pasado' } },
    { name: 'hasFiled', type: 'boolean', title: { es: 'Ha presentado la solicitud' } },
    { name: 'grantDeadline', type: 'date', title: { es: 'Fin del plazo de la beca' } },
    { name: 'schoolChildren', type: 'number', title: { es: 'Hijos o hijas en edad escolar' } },
    { name: 'sector', type: 'code', title: { es: 'Sector de actividad' } },
  ],
  accounts: [
    {
      slug: 'sms-a',
      name: 'SMS, operador A',
      channel: 'sms',
      sender: 'MUESTRA',
      rate: 60,
      centsPerPart: 4.2,
      replyTo: null,
      live: true,
    },
    {
      slug: 'voice',
      name: 'Llamadas',
      channel: 'voice',
      sender: '+34299999990',
      rate: 2,
      centsPerPart: 7.5,
      replyTo: '+34299999990',
      live: true,
    },
    {
      slug: 'email',
      name: 'Correo',
      channel: 'email',
      sender: 'Comunidad de Muestra <avisos@ejemplo.invalid>',
      rate: 200,
      centsPerPart: 0.01,
      replyTo: 'avisos@ejemplo.invalid',
      live: true,
    },
    {
      slug: 'push',
      name: 'Aplicación',
      channel: 'push',
      sender: 'Comunidad de Muestra',
      rate: null,
      centsPerPart: 0,
      replyTo: null,
      live: true,
    },
    {
      slug: 'letter',
      name: 'Carta',
      channel: 'letter',
      sender: 'Comunidad de Muestra',
      rate: 1,
      centsPerPart: 68,
      replyTo: null,
      live: true,
    },
  ],
  connections: [
    {
      slug: 'becas',
      name: 'Gestor de becas',
      host: 'becas.ejemplo.invalid',
      methods: ['GET', 'POST'],
      sends: ['citizen.ref', 'citizen.language'],
      canTry: true,
    },
  ],
  purposes: [{ code: 'school-meals', title: 'Ayudas de comedor escolar' }],
  skills: ['rescue', 'social-services', 'grants'],
  events: ['beca.presentada', 'beca.requiere-documentacion', 'padron.cambio'],
  audiences: [],
  domains: ['muestra.es'],
  places: {
    '46118': 'Enguera',
    '46250': 'València',
    '28079': 'Madrid',
    '35016': 'Las Palmas de Gran Canaria',
    '08019': 'Barcelona',
  },
  people: [
    {
      id: 'carmen',
      name: 'Carmen Ferrer',
      tells: '78, vive sola en Enguera',
      citizen: {
        ...person,
        givenName: 'Carmen',
        birthDate: '1948-03-12',
        language: 'es',
        municipality: '46118',
        postalAddress: 'Calle de la Muestra, 3',
        attributes: { grantDeadline: '2026-10-31' },
      },
    },
    {
      id: 'domingo',
      name: 'Domingo Santana',
      tells: '59, Las Palmas, faltan datos',
      citizen: {
        ...person,
        zone: 'Atlantic/Canary',
        givenName: 'Domingo',
        birthDate: '1967-08-15',
        language: 'es',
        municipality: '35016',
        attributes: {},
      },
    },
  ],
};

const sure = (n: number): Figure => ({ n, least: n, most: n });

const counted: Counted = {
  exact: true,
  total: sure(41_203),
  counts: {
    mobile: sure(38_950),
    landline: sure(9_420),
    email: sure(27_118),
    push: sure(12_044),
    post: sure(40_591),
    unreachable: sure(612),
    sms: sure(38_950),
    voice: sure(39_100),
    email2: sure(27_118),
    letter: sure(40_591),
    'first:sms': sure(38_950),
    'first:email': sure(1_049),
    'first:voice': sure(0),
    nobody: sure(1_204),
  },
};

/** Answers like a server would, always the same. */
export const inventedAsks: Asks = {
  count: async (_, hear) => hear(counted),
  reach: async (_, hear) => hear(counted),
  places: async () => [
    { code: '46118', name: 'Enguera', province: 'Valencia/València' },
    { code: '46039', name: 'Anna', province: 'Valencia/València' },
  ],
  tryCall: async () => ({
    ok: true,
    status: 200,
    ms: 84,
    sent: 'POST https://pruebas.becas.ejemplo.invalid/solicitudes\n\n{"citizen":{"ref":"ejemplo"}}',
    body: '{"resultado":{"cuantia":120}}',
  }),
  sendTest: async () => ({ ok: true, to: 'ana@ejemplo.invalid' }),
};

/** Counts that only estimate, as over a million people in the first half second. */
export const estimatingAsks: Asks = {
  ...inventedAsks,
  count: async (_, hear) =>
    hear({
      exact: false,
      total: { n: 41_280, least: 38_900, most: 43_750 },
      counts: Object.fromEntries(
        Object.entries(counted.counts).map(([name, { n }]) => [
          name,
          { n, least: Math.round(n * 0.94), most: Math.round(n * 1.06) },
        ]),
      ),
    }),
};
