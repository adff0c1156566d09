import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { leadOf, Prose, titleOf } from './prose.tsx';

const text =
  '# Aviso\n\nDice algo a la persona\npor un canal.\n\n## Cuándo\n\n- Para **informar**.\n- Nunca para `preguntar`.';

test('paragraphs, headings, lists and strong words become what they are', () => {
  const shown = renderToStaticMarkup(<Prose text={text} />);
  expect(shown).toContain('<p>Dice algo a la persona por un canal.</p>');
  expect(shown).toContain('<h2>Cuándo</h2>');
  expect(shown).toContain('<li>Para <strong>informar</strong>.</li>');
  expect(shown).toContain('<code>preguntar</code>');
});

test('the heading names the text and is not shown again', () => {
  expect(titleOf(text)).toBe('Aviso');
  expect(leadOf(text)).toBe('Dice algo a la persona por un canal.');
  expect(renderToStaticMarkup(<Prose text={text} />)).not.toContain('Aviso');
});

test('markup, and links that lead elsewhere, are shown as they were written', () => {
  const shown = renderToStaticMarkup(
    <Prose text={'<script>alert(1)</script> [aquí](https://example.org) [allí](javascript:alert(1))'} />,
  );
  expect(shown).not.toContain('<script>');
  expect(shown).not.toContain('href');
});
