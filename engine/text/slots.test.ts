import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Medium } from './escape-value.ts';
import { templateArbitrary, valuesArbitrary } from './slots.arbitrary.ts';
import { prepareText } from './slots.ts';
import { parseTemplate, renderTemplate, type Setting } from './template.ts';

const setting = (medium: Medium, language = 'es'): Setting => ({ medium, language, zone: 'Europe/Madrid' });

function prepared(source: string, where: Setting = setting('sms')) {
  const read = prepareText(source, where);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

describe('prepareText', () => {
  it('fills slots with harmless values', () => {
    const text = prepared('Hola {{ name | capitalize }}, venga a {{ place.town }} el {{ day | date }}.');
    expect(text.slotted).toBe(true);
    expect(text.variables).toEqual(['name', 'place.town', 'day']);
    expect(text.write({ name: 'ANA.ES', place: { town: 'Torrent' }, day: '2026-07-02' })).toEqual({
      ok: true,
      value: 'Hola Ana. es, venga a Torrent el 2 de julio de 2026.',
    });
  });

  it('says which value is missing', () => {
    const missing = {
      ok: false,
      problem: { code: 'variable-missing', severity: 'error', params: { name: 'person.first' } },
    };
    expect(prepared('Hola {{ person.first }}').write({ person: {} })).toEqual(missing);
    expect(prepared('Hola {{ person.first | default: "vecina" }}').write({})).toEqual({
      ok: true,
      value: 'Hola vecina',
    });
  });

  it('falls back to full Liquid where a text decides', () => {
    const text = prepared('{% if age >= 65 %}Le llamaremos{% else %}Llame{% endif %} {{ name }}');
    expect(text.slotted).toBe(false);
    expect(text.write({ age: 70, name: 'Ana' })).toEqual({ ok: true, value: 'Le llamaremos Ana' });
  });

  it('writes what full Liquid writes, for every text, value, medium and language', () => {
    const seen = { slotted: 0, full: 0, failed: 0 };
    fc.assert(
      fc.property(
        templateArbitrary,
        fc.array(valuesArbitrary, { minLength: 1, maxLength: 3 }),
        fc.constantFrom<Medium>('sms', 'voice', 'text', 'html'),
        fc.constantFrom('es', 'ca', 'gl', 'eu', 'en'),
        (source, citizens, medium, language) => {
          const where = setting(medium, language);
          const slots = prepareText(source, where);
          const liquid = parseTemplate(source, where);
          expect(slots.ok).toBe(liquid.ok);
          if (!slots.ok || !liquid.ok) return;
          seen[slots.value.slotted ? 'slotted' : 'full']++;
          for (const values of citizens) {
            const filled = slots.value.write(values);
            if (!filled.ok) seen.failed++;
            expect(filled).toEqual(renderTemplate(liquid.value, values));
          }
        },
      ),
      { numRuns: 800 },
    );
    expect(Math.min(seen.slotted, seen.full, seen.failed)).toBeGreaterThan(50);
  });
});

describe('parseTemplate', () => {
  it('allows a white list of tags and filters, and names what is not on it', () => {
    const problem = (source: string) => {
      const read = parseTemplate(source, setting('sms'));
      return read.ok ? undefined : { ...read.problem.params, code: read.problem.code };
    };
    expect(problem('{% for a in b %}{% endfor %}')).toEqual({ code: 'template-tag', tag: 'for' });
    expect(problem('{% include "x" %}')).toEqual({ code: 'template-tag', tag: 'include' });
    expect(problem('{% assign a = 1 %}')).toEqual({ code: 'template-tag', tag: 'assign' });
    expect(problem('{{ name | raw }}')).toEqual({ code: 'template-filter', filter: 'raw' });
    expect(problem('{{ name | escape }}')).toEqual({ code: 'template-filter', filter: 'escape' });
    expect(problem('Hola {{ name')).toMatchObject({ code: 'template-syntax', line: 1 });
    expect(problem('{% if a %}')).toMatchObject({ code: 'template-syntax' });
    expect(problem('a'.repeat(20_001))).toMatchObject({ code: 'template-length' });
    expect(problem('{% if a %}x{% elsif b %}y{% else %}z{% endif %}{% unless a %}n{% endunless %}')).toBeUndefined();
  });

  it('never throws, whatever it is given', () => {
    const noise = fc.array(
      fc.constantFrom(
        '{{',
        '}}',
        '{%',
        '%}',
        'if',
        'a',
        '|',
        ':',
        '"',
        '.',
        ' ',
        '-',
        '[',
        '(',
        'constructor',
        '__proto__',
      ),
    );
    fc.assert(
      fc.property(noise, valuesArbitrary, (pieces, values) => {
        const read = parseTemplate(pieces.join(''), setting('html'));
        if (read.ok) renderTemplate(read.value, values);
      }),
      { numRuns: 1_000 },
    );
  });

  it('hides what a value inherits', () => {
    const read = parseTemplate('{{ constructor.name }}', setting('text'));
    expect(read.ok && renderTemplate(read.value, { a: 1 }).ok).toBe(false);
  });
});

describe('filters', () => {
  it('write dates, hours and amounts in the citizen’s language and zone', () => {
    const say = (source: string, language: string, values: Record<string, string | number>) => {
      const filled = prepared(source, setting('text', language)).write(values);
      return filled.ok ? filled.value : filled.problem.code;
    };
    expect(say('{{ d | date: "weekday" }}', 'es', { d: '2026-07-02' })).toBe('jueves, 2 de julio');
    expect(say('{{ d | date: "long" }}', 'ca', { d: '2026-07-02' })).toBe('2 de juliol del 2026');
    expect(say('{{ d | date: "short" }} {{ d | time }}', 'es', { d: '2026-07-02T16:30:00Z' })).toBe('2/7/2026 18:30');
    expect(say('{{ n | euros }}', 'es', { n: 1234.5 })).toBe('1234,50 €');
    expect(say('{{ n | number }}', 'en', { n: '1234.5' })).toBe('1,234.5');
    expect(say('{{ d | date }}', 'es', { d: 'mañana' })).toBe('mañana');
  });
});
