import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { acts } from './acts.ts';
import { contract, type Route } from './api/contract.ts';
import { doors } from './doors.ts';
import { pages } from './pages.ts';

/**
 * Every page, route handler and server function has its line on a map, and asks who comes as that line says. Prints what
 * does not and exits with 1: `npm run check` calls it.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'));
const wrong = [...pageProblems(), ...routeProblems(), ...actProblems()];
for (const problem of wrong) process.stderr.write(`${problem}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;

function* pageProblems(): Generator<string> {
  const built = files.filter((file) => /(^|\/)page\.tsx$/.test(file));
  for (const file of built) {
    const at = `/${file.replace(/\/?page\.tsx$/, '')}`;
    const page = pages.find((one) => one.path === at);
    if (!page) yield `app/${file}: not on the map of pages (app/pages.ts)`;
    else if (page.action !== 'anyone' && !read(file).includes(`requirePage('${at}'`))
      yield `app/${file}: does not begin with requirePage('${at}')`;
  }
  for (const [i, { path: at }] of pages.entries()) {
    if (pages.findIndex((one) => one.path === at) !== i) yield `app/pages.ts: ${at} stands there twice`;
    if (!built.includes(at === '/' ? 'page.tsx' : `${at.slice(1)}/page.tsx`)) yield `app/pages.ts: ${at} is not built`;
  }
}

function* routeProblems(): Generator<string> {
  const known = new Map<string, { action: string; call: string }>();
  for (const [name, route] of Object.entries(contract) as [string, Route][])
    known.set(`${route.method.toUpperCase()} ${route.path.replace(/\{/g, '[').replace(/\}/g, ']')}`, {
      action: route.action,
      call: `contract.${name}`,
    });
  for (const door of doors)
    for (const method of door.methods)
      known.set(`${method} ${door.path}`, { action: door.action, call: `doorAt('${door.path}')` });
  for (const file of files.filter((one) => /(^|\/)route\.ts$/.test(one))) {
    const source = read(file);
    for (const method of methodsOf(source)) {
      const at = `${method} /${file.replace(/\/route\.ts$/, '')}`;
      const line = known.get(at);
      known.delete(at);
      if (!line)
        yield `app/${file}: ${at} is neither in the contract (app/api/contract.ts) nor among the doors (app/doors.ts)`;
      else if (line.action !== 'anyone' && !(source.includes(line.call) && /\bdoor\(request/.test(source)))
        yield `app/${file}: does not go through door(request, …) by ${line.call}`;
    }
  }
  for (const at of known.keys()) yield `${at} is on the map and not built`;
}

function methodsOf(source: string): string[] {
  const declared = [...source.matchAll(/^export (?:async )?(?:function|const) ([A-Z]+)\b/gm)].map(([, name]) => name);
  const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.split(' as ').at(-1)?.trim()),
  );
  return [...declared, ...listed].filter((name): name is string =>
    /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(name ?? ''),
  );
}

function* actProblems(): Generator<string> {
  const left = new Set<string>(Object.keys(acts));
  for (const file of files.filter((one) => /\.tsx?$/.test(one) && !one.endsWith('check-map.ts'))) {
    const source = read(file);
    if (/^\s+['"]use server['"]/m.test(source)) yield `app/${file}: a server function stands in a file of its own`;
    if (!/^['"]use server['"]/.test(source)) continue;
    for (const [line, , name] of source.matchAll(/^export (const \w+ = act\(\s*'([\w.-]+)'|(?!type ).*$)/gm)) {
      if (name === undefined) yield `app/${file}: «${line}» is not made by act('…')`;
      else if (!left.delete(name))
        yield `app/${file}: ${name} is not on the map of acts (app/acts.ts), or twice in use`;
    }
  }
  for (const name of left) yield `app/acts.ts: ${name} is not built`;
}

function read(file: string): string {
  return readFileSync(path.join(here, file), 'utf8');
}
