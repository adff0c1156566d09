const law = {
  cauce: 1,
  basis: { kind: 'vital-interest', norm: 'Ley 17/2015, art. 7 bis' },
  dir3: 'X00000000',
  languages: ['es', 'ca', 'gl', 'eu'],
} as const;

const said = {
  es: 'AVISO de emergencia para {{ citizen.givenName }}: incendio cerca de su casa. Salga por la carretera del norte. Compruebe este aviso: {{ message.code }}',
  ca: 'AVÍS d’emergència per a {{ citizen.givenName }}: incendi prop de casa seva. Surti per la carretera del nord. Comprovi aquest avís: {{ message.code }}',
  gl: 'AVISO de emerxencia para {{ citizen.givenName }}: incendio preto da súa casa. Saia pola estrada do norte. Comprobe este aviso: {{ message.code }}',
  eu: 'LARRIALDI-OHARRA, {{ citizen.givenName }}: sutea zure etxetik hurbil. Irten iparraldeko errepidetik. Egiaztatu ohar hau: {{ message.code }}',
} as const;

const corrected = {
  es: 'El aviso anterior era un error.',
  ca: 'L’avís anterior era un error.',
  gl: 'O aviso anterior era un erro.',
  eu: 'Aurreko oharra akats bat zen.',
} as const;
const over = {
  es: 'La emergencia ha terminado.',
  ca: 'L’emergència ha acabat.',
  gl: 'A emerxencia rematou.',
  eu: 'Larrialdia amaitu da.',
} as const;

/** One try on a channel; `answer` and `leave` are durations. */
export type BenchRung = { id: string; channel: string; answer?: object; leave?: object };
export type BenchJourney = {
  slug: string;
  class?: 'emergency' | 'service' | 'informative';
  rungs: readonly BenchRung[];
  /** How the journey is entered: an official launches it, or an event of this type brings a citizen in. */
  onEvent?: string;
  expiresAfter?: object;
};

/** A journey that says one thing on a ladder, in four languages with name and check code: trigger → notify → end. */
export function alertJourney({ slug, class: of = 'emergency', rungs, onEvent, expiresAfter }: BenchJourney) {
  const channels = [...new Set(rungs.map(({ channel }) => channel))];
  const trigger = onEvent
    ? { id: 'n1', kind: 'event', config: { event: onEvent, entry: 'per-event' } }
    : { id: 'n1', kind: 'launch', config: { audience: { all: [] } } };
  return {
    ...law,
    slug,
    title: slug,
    class: of,
    expiresAfter: expiresAfter ?? { hours: 12 },
    nodes: [
      trigger,
      { id: 'n2', kind: 'notify', config: { rungs } },
      { id: 'n3', kind: 'end', config: { outcome: 'reached' } },
      { id: 'n4', kind: 'end', config: { outcome: 'nobody' } },
    ],
    edges: [
      { from: 'n1', port: 'start', to: 'n2' },
      { from: 'n2', port: 'reached', to: 'n3' },
      { from: 'n2', port: 'nobody', to: 'n4' },
    ],
    texts: mapped(said, (body) => ({ n2: onEach(channels, body) })),
    ...(of === 'emergency' && {
      followUps: {
        correction: mapped(corrected, (body) => onEach(channels, body)),
        'all-clear': mapped(over, (body) => onEach(channels, body)),
      },
    }),
  };
}

const mapped = <T>(by: Record<string, string>, text: (body: string) => T) =>
  Object.fromEntries(Object.entries(by).map(([language, body]) => [language, text(body)]));

const onEach = (channels: readonly string[], body: string) =>
  Object.fromEntries(
    channels.map((channel) => [
      channel,
      channel === 'email' || channel === 'letter' ? { subject: 'Aviso', body } : { body },
    ]),
  );
