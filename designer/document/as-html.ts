import { palette } from '../picture/palette.ts';
import { xml } from '../picture/xml.ts';
import type { Say } from '../say.ts';
import type { ToldJourney, ToldNode } from './tell-journey.ts';

/** The told journey as one HTML file that stands by itself and prints well; `drawing` is its picture as SVG. */
export function asHtml(say: Say, told: ToldJourney, { meta, drawing }: { meta: string; drawing: string }): string {
  const facts = told.facts.map(({ label, value }) => `<dt>${xml(label)}</dt><dd>${xml(value)}</dd>`).join('');
  const exits = told.exits.map(
    ({ label, told: list }) => `<h2>${xml(label)}</h2><ul>${list.map((one) => `<li>${xml(one)}</li>`).join('')}</ul>`,
  );
  return `<!doctype html>
<html lang="${xml(say.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${xml(told.title)}</title>
<style>${sheet}</style>
</head>
<body>
<h1>${xml(told.title)}</h1>
<p class="meta">${xml(meta)}</p>
<p class="frase">${xml(told.frase)}</p>
<dl>${facts}</dl>
<figure>${drawing}</figure>
${exits.join('\n')}
<h2>${xml(say('document.steps'))}</h2>
${told.steps.map((step) => section(say, step)).join('\n')}
<p>${xml(say('document.outcomes', { outcomes: told.outcomes.join(', ') }))}</p>
</body>
</html>
`;
}

function section(say: Say, { id, n, title, kind, does, why, conditions, ways, messages }: ToldNode): string {
  const list = (items: string[]) =>
    items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';
  return `<section id="${xml(id)}">
<h3>${n}. ${xml(title)} <small>${xml(kind)}</small></h3>
<p>${xml(does)}</p>
${why ? `<p class="why">${xml(say('document.why', { why }))}</p>` : ''}
${list(conditions.map((one) => xml(say('document.condition', { rule: one }))))}
${list(ways.map(({ label, to }) => `<b>${xml(label)}</b>: ${xml(to ?? say('outline.nowhere'))}`))}
${messages
  .map(
    ({ channel, language, tag, subject, body }) =>
      `<blockquote lang="${xml(tag)}"><p class="meta">${xml(channel)} · ${xml(language)}</p>${subject ? `<p><b>${xml(subject)}</b></p>` : ''}<p>${xml(body ?? say('outline.noText'))}</p></blockquote>`,
  )
  .join('\n')}
</section>`;
}

const sheet = `body{max-width:46rem;overflow-wrap:anywhere;margin:2rem auto;padding:0 1rem;color:${palette.ink};font:1rem/1.55 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,sans-serif}
h1{font-size:1.7rem;line-height:1.2}h3{margin-top:2rem;border-top:1px solid ${palette.ink};padding-top:.5rem}small,.meta{color:${palette['ink-2']};font-weight:400;font-size:.85rem}
.frase{border-left:3px solid ${palette.water};padding-left:1rem;font-size:1.15rem}.why{font-style:italic}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1rem}dt{color:${palette['ink-2']}}dt::first-letter{text-transform:uppercase}dd{margin:0}
figure{margin:1.5rem 0}figure svg{max-width:100%;height:auto}
blockquote{margin:.75rem 0;padding:.5rem .75rem;border:1px solid ${palette['ink-2']};border-radius:4px;break-inside:avoid}blockquote p{margin:.2rem 0;white-space:pre-wrap}
@media print{body{margin:0;max-width:none}section{break-inside:avoid-page}}`;
