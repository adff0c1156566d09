/** «Firefox, Windows» from what a browser says of itself; undefined when it says nothing we know. */
export function browserName(said: string | null): string | undefined {
  if (said === null) return undefined;
  const browser = browsers.find(([, sign]) => sign.test(said))?.[0];
  const system = systems.find(([, sign]) => sign.test(said))?.[0];
  return [browser, system].filter(Boolean).join(', ') || undefined;
}

// In this order: each later one also carries the names of those before.
const browsers: [string, RegExp][] = [
  ['Edge', /\bEdg/],
  ['Opera', /\bOPR\//],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /\b(Headless)?Chrome\//],
  ['Safari', /\bSafari\//],
];
const systems: [string, RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];
