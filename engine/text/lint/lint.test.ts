import { describe, expect, test } from 'vitest';
import { lintText } from './index.ts';
import type { Passage } from './passage.ts';
import { inflesz } from './plain-language.ts';
import { lintSender } from './sender.ts';
import { syllables } from './syllables.ts';
import { tongueOf } from './tongue.ts';

const of = (passage: Partial<Passage>) =>
  lintText({ language: 'es', channel: 'email', class: 'service', subject: '', body: '', opens: false, ...passage });
const codes = (passage: Partial<Passage>) => of(passage).map(({ code }) => code);

test('syllables: diphthongs are one, two strong vowels or a stressed weak one are two', () => {
  const known = {
    casa: 2,
    ciudad: 2,
    país: 2,
    aéreo: 4,
    guerra: 2,
    pingüino: 3,
    ahora: 3,
    Uruguay: 3,
    muy: 1,
    y: 1,
    prohíbe: 3,
    averigüéis: 4,
  };
  for (const [word, count] of Object.entries(known)) expect([word, syllables(word)]).toEqual([word, count]);
});

test('INFLESZ puts an office text below 55, and the same said plainly above 65', () => {
  const office =
    'De conformidad con lo establecido en la normativa reguladora de las subvenciones, se comunica a las personas interesadas que la documentación acreditativa de los requerimientos administrativos correspondientes deberá presentarse telemáticamente';
  const plain =
    'Le falta un papel. Tráigalo al centro antes del viernes. Si no sabe cuál es, llame al 012. Le ayudamos sin cita y sin que pague nada.';
  expect(inflesz(office)?.score).toBeLessThan(40);
  expect(inflesz(plain)?.score).toBeGreaterThan(80);
  expect(inflesz('Muy pocas palabras')).toBeNull();
  expect(codes({ body: office })).toEqual(expect.arrayContaining(['text-hard-to-read', 'text-jargon']));
  expect(codes({ body: plain })).toEqual([]);
});

describe('plain language', () => {
  test('quotes the passive and the office word, and says what people say instead', () => {
    expect(of({ body: 'Su solicitud ha sido concedida.' })).toEqual([
      { code: 'text-passive', severity: 'warning', params: { phrase: 'ha sido concedida' } },
    ]);
    expect(of({ body: 'Tiene que subsanar la solicitud.' })).toEqual([
      { code: 'text-jargon', severity: 'warning', params: { word: 'subsanar', plain: 'corregir' } },
    ]);
    expect(codes({ body: 'Será el sábado. Fue ayer. Es necesario ser cuidadoso.' })).toEqual([]);
    expect(codes({ language: 'ca', body: 'La sol·licitud ha estat concedida.' })).toEqual(['text-passive']);
  });

  test('counts the longest sentence in any language', () => {
    const long = `${'bat '.repeat(31)}.`;
    expect(of({ language: 'eu', body: long })).toMatchObject([{ code: 'text-long-sentence', params: { words: 31 } }]);
  });
});

describe('warning content', () => {
  const good = 'Emergencias, Comunidad de Muestra. Incendio forestal en Enguera. Salga AHORA hacia Anna.';
  const emergency = { class: 'emergency', channel: 'sms', opens: true } as const;

  test('a first warning says who, what, where, what to do and when', () => {
    expect(codes({ ...emergency, body: good })).toEqual([]);
    expect(codes({ ...emergency, body: 'Hay un incendio.' })).toEqual([
      'warning-without-source',
      'warning-without-location',
      'warning-without-guidance',
      'warning-without-time',
    ]);
    expect(codes({ ...emergency, body: good.replace(' AHORA', '') })).toEqual(['warning-without-time']);
    expect(
      codes({ ...emergency, body: good.replace('Enguera', '{{ event.areaDesc }}').replace('Anna', 'la plaza') }),
    ).toEqual([]);
  });

  test('is asked of the first message of an emergency only, and never in a language we do not know', () => {
    expect(codes({ ...emergency, opens: false, body: 'Sabemos que necesita ayuda.' })).toEqual([]);
    expect(codes({ ...emergency, class: 'service', body: 'Hola.' })).toEqual([]);
    expect(codes({ ...emergency, language: 'ar', body: 'مرحبا' })).toEqual([]);
  });
});

describe('anti-smishing', () => {
  const sms = { channel: 'sms', domains: ['muestra.es'] } as const;

  test('refuses shortened links, domains that are not ours and links that carry a value', () => {
    expect(of({ ...sms, body: 'Entre en bit.ly/3x' })).toMatchObject([{ code: 'link-shortened', severity: 'error' }]);
    expect(of({ ...sms, body: 'Entre en https://sede-muestra.com/a' })).toMatchObject([
      { code: 'link-not-ours', severity: 'error', params: { domain: 'sede-muestra.com' } },
    ]);
    expect(codes({ ...sms, body: 'https://sede.muestra.es/{{ citizen.ref }}' })).toEqual(['link-with-value']);
    expect(codes({ ...sms, body: 'Entre en sede.muestra.es' })).toEqual(['sms-link']);
    expect(codes({ ...sms, channel: 'email', body: 'Entre en https://sede.muestra.es' })).toEqual([]);
    expect(codes({ ...sms, channel: 'email', body: 'https://muestra.es.timo.com' })).toEqual(['link-not-ours']);
  });

  test('names no amounts and no illness where others may read it', () => {
    expect(codes({ ...sms, body: 'Le devolvemos 120,50 €.' })).toEqual(['sms-amount']);
    expect(codes({ ...sms, body: 'Tiene {{ citizen.ingresos | euros }}.' })).toEqual(['sms-amount']);
    expect(codes({ ...sms, body: 'Su cita de oncología es el lunes.' })).toEqual(['sms-diagnosis']);
    expect(codes({ channel: 'email', subject: 'Su cita', body: 'Su cita de oncología es el lunes.' })).toEqual([]);
    expect(codes({ channel: 'email', subject: 'Cita de oncología', body: 'Es el lunes.' })).toEqual(['sms-diagnosis']);
  });
});

test('a sender is somebody: not «INFO», not longer than networks carry', () => {
  for (const good of ['Muestra', 'GVA', 'Ajuntament', 'MUESTRA 012', '+34600000000', '217017'])
    expect([good, lintSender(good)]).toEqual([good, []]);
  for (const nobody of ['INFO', 'Alerta', 'Verificación', 'AVISOS', 'SMS1', 'Notificacio'])
    expect([nobody, lintSender(nobody).length]).toEqual([nobody, 1]);
  expect(lintSender('Ayuntamiento de Enguera')).toMatchObject([{ code: 'sender-form' }]);
});

describe('accessible content', () => {
  test('an image needs words, a link must say where it leads, capitals shout', () => {
    expect(codes({ body: '![](https://muestra.es/plano.png)' })).toEqual(['image-without-words']);
    expect(codes({ body: '![plano.png](https://muestra.es/plano.png)' })).toEqual(['image-without-words']);
    expect(codes({ body: '![Plano del colegio](https://muestra.es/plano.png)' })).toEqual([]);
    expect(codes({ body: '[Pulse aquí](https://muestra.es)' })).toEqual(['link-says-nothing']);
    expect(codes({ body: 'SALGA AHORA MISMO DE SU CASA.' })).toEqual(['text-shouts']);
  });

  test('a passage forgotten in another language is noticed, one that says its language is not', () => {
    const spanish = 'Puede pedir la beca hasta el viernes y hay ayuda para todas las familias del centro.';
    expect(codes({ language: 'ca', body: spanish })).toEqual(['text-in-another-language']);
    expect(codes({ language: 'ca', body: `[[es]] ${spanish}` })).toEqual([]);
    expect(tongueOf('Pot demanar-la fins divendres amb el seu carnet i els papers del seu centre')).toBe('ca');
    expect(tongueOf('Hola')).toBeUndefined();
  });
});
