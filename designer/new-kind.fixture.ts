/** The folder of a kind that Cauce does not have, as somebody who read engine/README.md would write it: file by file. */
export const pause: Record<string, string> = {
  'pause.ts': `import { z } from 'zod';
import { fields } from '../../field.ts';
import { defineNode } from '../../node.ts';
import words from './pause.words.json' with { type: 'json' };

/** Lets each person rest some hours; the tired ones twice as long. */
export const pause = defineNode({
  kind: 'pause',
  words,
  group: 'flow',
  icon: 'hourglass',
  face: 'clock',
  config: z.strictObject({
    hours: z.number().int().min(1).max(99).register(fields, { control: 'number' }),
    pace: z.enum(['calm', 'brisk']).default('calm').register(fields, { control: 'choice' }),
  }),
  starter: { hours: 2 },
  ports: () => [{ id: 'rested' }],
  summary: ({ hours }) => ({ code: 'pause', params: { hours } }),
  rests: true,
  state: ({ hours, pace }, build) => ({
    after: {
      [build.timer('pause', { wait: 'duration', ms: hours * (pace === 'calm' ? 2 : 1) * 3_600_000 })]: [
        { target: build.port('rested') },
      ],
    },
  }),
  lint: ({ hours }, { id }) =>
    hours > 24 ? [{ code: 'pause-too-long', severity: 'warning', node: id, path: ['hours'], params: { hours } }] : [],
});
`,
  'pause.md': `# Descanso

La persona descansa unas horas y luego sigue.

**Cuándo usarlo.** Cuando conviene dejar reposar un asunto.

**Qué se indica.** Las horas y el ritmo.

**Qué ve la persona.** Nada mientras descansa.
`,
  'pause.words.json': JSON.stringify({
    es: {
      name: 'Descanso',
      summary: { pause: 'Descansa {hours, number, n} horas y sigue.' },
      port: { rested: 'descansada' },
      fields: {
        hours: { label: 'Horas de descanso', hint: 'Entre 1 y 99.' },
        pace: { label: 'Ritmo', is: { calm: 'con calma', brisk: 'ligero' } },
      },
      problems: { 'pause-too-long': 'Descansar {hours, number, n} horas es mucho: parta el descanso en dos.' },
    },
    en: {
      name: 'Rest',
      summary: { pause: 'Rests {hours, number, n} hours and goes on.' },
      port: { rested: 'rested' },
      fields: {
        hours: { label: 'Hours of rest', hint: 'Between 1 and 99.' },
        pace: { label: 'Pace', is: { calm: 'calmly', brisk: 'briskly' } },
      },
      problems: { 'pause-too-long': 'Resting {hours, number, n} hours is much: make two rests of it.' },
    },
  }),
};
