import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailHtml, mailText } from './mail-html.ts';
import { prepareText } from './slots.ts';

const html = (body: string) => mailHtml({ subject: 'Beca', body, language: 'es' });

test('each block becomes its own element, passages in another language say which', () => {
  const page = html(
    '# Ya puede pedirla\n\n[[ca]] Ja pot demanar-la\n\n- Una\n- Dos\n\n[Entrar en la sede](https://sede.example.gob.es)',
  );
  expect(page).toMatch(/<h1[^>]*>Ya puede pedirla<\/h1>/);
  expect(page).toMatch(/<p lang="ca"[^>]*>Ja pot demanar-la<\/p>/);
  expect(page).toMatch(/<ul[^>]*><li[^>]*>Una<\/li>/);
  expect(page).toMatch(/<a href="https:\/\/sede\.example\.gob\.es"/);
  expect(page).toMatch(/^<!doctype html>\n<html lang="es">/);
});

test('no words of an official can bring an element of their own', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>"&/ab[](){}%*#-!\n =:'), maxLength: 60 }), (body) => {
      const extra = html(body).match(
        /<(?!\/?(?:html|head|meta|title|body|table|tr|td|h1|h2|p|ul|ol|li|a|img|hr|br|strong)\b)/g,
      );
      // The document type is the only thing that is no element of ours.
      expect(extra).toEqual(['<']);
      expect(html(body)).not.toMatch(/\son\w+=|<script|javascript:/);
    }),
  );
});

test('codes are filled after the layout, with their values made harmless', () => {
  const template = prepareText(html('Hola, {{ citizen.givenName | default: "vecina" }} & familia'), {
    medium: 'html',
    language: 'es',
    zone: 'Europe/Madrid',
  });
  if (!template.ok) throw new Error(template.problem.code);
  expect(template.value.slotted).toBe(true);
  const written = template.value.write({ citizen: { givenName: '<b>Ana</b> https://x.es' } });
  expect(written.ok && written.value).toMatch(/Hola, \(b\)Ana.*&amp; familia/);
  expect(written.ok && written.value).not.toMatch(/<b>|https:\/\//);
});

test('the plain words say the same, addresses included', () => {
  expect(mailText('# Título\n\nHola **Ana**.\n\n[Entrar](https://sede.example.gob.es)\n\n1. Una\n2. Dos')).toBe(
    'Título\n\nHola Ana.\n\nEntrar: https://sede.example.gob.es\n\n1. Una\n2. Dos',
  );
});
