/** The light colours of ui/tokens.css, for pictures that stand by themselves; picture.test.ts holds them to it. */
export const palette = {
  ground: '#eaf0ee',
  card: '#ffffff',
  sunken: '#dfe8e5',
  ink: '#10211f',
  'ink-2': '#445553',
  water: '#2b7a80',
  triggers: '#0a5c60',
  flow: '#2f4c9c',
  messages: '#7a4a00',
  people: '#4c5e0e',
  end: '#445553',
} as const;

/** Which colour each part has. */
export type Paint = Record<keyof typeof palette, string>;

/** The colours of the page that the picture stands in, light or dark. */
export const onPage = Object.fromEntries(Object.keys(palette).map((name) => [name, `var(--${name})`])) as Paint; // the same names
