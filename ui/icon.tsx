import styles from './icon.module.css';

/** Our own line icons on a 20-unit grid; paths only, drawn in the colour of the words beside them. */
export const icons = {
  home: 'M3 9.5 10 4l7 5.5M5 8.5V16h4v-4h2v4h4V8.5',
  route:
    'M5 5.5h.01M15 14.5h.01M5 8v2a3 3 0 0 0 3 3h4M5 5.5m-2 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0M15 14.5m-2 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  flow: 'M3 6c3-3 4 3 7 0s4 3 7 0M3 11c3-3 4 3 7 0s4 3 7 0M3 16c3-3 4 3 7 0s4 3 7 0',
  sign: 'M3 16h14M5 13c3-9 6-10 6-7s-5 5-3 6 4-3 5-2 1 2 3 1',
  people:
    'M7 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M2.5 16c.3-3 2-4.500 4.500-4.500s4.200 1.500 4.500 4.500M13 9.500a2 2 0 1 0 0-4M13.500 11.500c2.200 0 3.700 1.500 4 4',
  desk: 'M4 12V9a6 6 0 0 1 12 0v3M4 11h2v4H4zM14 11h2v4h-2zM15 15c0 1.500-2 2.500-4 2.500',
  settings: 'M4 6h7M15 6h1M4 14h1M9 14h7M11 4v4h4V4zM5 12v4h4v-4z',
  phone: 'M6 2.500h8v15H6zM9 15h2',
  envelope: 'M3 5h14v10H3zM3 5.500l7 5.500 7-5.500',
  letter: 'M5 2.500h7l3 3v12H5zM12 2.500v3h3M7.500 9h5M7.500 12h5M7.500 15h3',
  speaker: 'M3 8v4h3l4 3V5L6 8zM13 7.500c1.300 1.500 1.300 3.500 0 5M15.500 5c2.500 3 2.500 7 0 10',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.500 1h-13zM8.500 17h3',
  megaphone: 'M3 8v4h3l7 4V4L6 8zM6 12l1 5h2l-1-4.500M16 8.500v3',
  bolt: 'M11 2.500 5 11h4l-1 6.500L15 9h-4z',
  siren: 'M5 15v-4a5 5 0 0 1 10 0v4M3 17.500h14M10 2v1.500M3.500 5l1 1M16.500 5l-1 1M10 11v4',
  calendar: 'M3 5h14v12H3zM3 8.500h14M7 3v4M13 3v4M7 12h.01M10 12h.01M13 12h.01',
  fork: 'M10 3v4M10 7 5 12v5M10 7l5 5v5',
  split: 'M10 3v14M10 8 4 13v4M10 8l6 5v4',
  hourglass: 'M5 3h10M5 17h10M6 3c0 4 4 4.500 4 7s-4 3-4 7M14 3c0 4-4 4.500-4 7s4 3 4 7',
  inbox: 'M3 11l2-7h10l2 7v5H3zM3 11h4l1 2h4l1-2h4',
  pencil: 'M4 16l1-4 8-8 3 3-8 8zM11 6l3 3',
  bubble: 'M3 4h14v9H9l-4 3.500V13H3zM6 7.500h8M6 10h5',
  question: 'M3 4h14v9H9l-4 3.500V13H3zM8.500 7.300c0-2 3-2 3 0 0 1.200-1.500 1.200-1.500 2.400M10 11.300h.01',
  plug: 'M7 3v4M13 3v4M5 7h10v2a5 5 0 0 1-10 0zM10 14v3.500',
  hand: 'M6 11V6a1.200 1.200 0 0 1 2.500 0v3V4a1.200 1.200 0 0 1 2.500 0v5-4a1.200 1.200 0 0 1 2.500 0v5-3a1.200 1.200 0 0 1 2.500 0v5c0 3-2 5-4.500 5-3 0-4-1.500-7-6 .500-1.500 2-1.200 3 0',
  flag: 'M5 17.500V3M5 3.500c4-2 6 2 10 0v7c-4 2-6-2-10 0',
  arrow: 'M3 10h13M11 5l5 5-5 5',
  'less-equal': 'M15 4 5 8.500l10 4.500M5 16.500h10',
  check: 'M4 10.500 8.500 15 16 5.500',
  close: 'M5 5l10 10M15 5 5 15',
  triangle: 'M10 3 2.500 16.500h15zM10 8v4M10 14.300h.01',
  octagon: 'M7 2.500h6L17.500 7v6L13 17.500H7L2.500 13V7zM10 6v5M10 13.800h.01',
  pause: 'M7 4v12M13 4v12',
  play: 'M6 4l10 6-10 6z',
  stop: 'M5 5h10v10H5z',
  search: 'M8.500 14a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11M12.500 12.500 17 17',
  clock: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15M10 5.500V10l3 2',
  up: 'M5 12l5-5 5 5',
  down: 'M5 8l5 5 5-5',
  info: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15M10 9v5M10 6.300h.01',
  help: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15M7.800 8c0-2.800 4.400-2.800 4.400 0 0 1.700-2.200 1.700-2.200 3.400M10 13.800h.01',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  bars: 'M3 5h14M3 10h14M3 15h14',
  person: 'M10 10a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M3.500 17c.500-4 3-5.500 6.500-5.500s6 1.500 6.500 5.500',
  key: 'M12.500 11a4 4 0 1 0-3.500-2L3 15v2.500h3v-2h2v-2l1.500-1.500M13.500 6.500h.01',
  shield: 'M10 2.500 16 5v5c0 4-2.500 6.500-6 7.500-3.500-1-6-3.500-6-7.500V5z',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  eye: 'M2.500 10c3-6 12-6 15 0-3 6-12 6-15 0M10 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600',
  copy: 'M7 7h9v10H7zM13 7V3.500H4V13h3',
  download: 'M10 3v9M6 8.500l4 4 4-4M4 16.500h12',
  refresh: 'M16 8a6.200 6.200 0 0 0-11.500-1M4 3.500V7h3.500M4 12a6.200 6.200 0 0 0 11.500 1M16 16.500V13h-3.500',
  left: 'M12 5l-5 5 5 5',
  right: 'M8 5l5 5-5 5',
  grip: 'M7 5h.01M7 10h.01M7 15h.01M13 5h.01M13 10h.01M13 15h.01',
  tag: 'M3 3h6.500l7.500 7.500-6.500 6.500L3 9.500zM6.500 6.500h.01',
  chart: 'M3 3v14h14M6.500 13.500V10M10 13.500V6.500M13.500 13.500V8.500',
  screen: 'M2.500 4h15v10h-15zM7 17h6M10 14v3',
  book: 'M10 5C8 3.500 5.500 3.500 3 4v11.500c2.500-.500 5-.500 7 1 2-1.500 4.500-1.500 7-1V4c-2.500-.500-5-.500-7 1M10 5v11.500',
  leave: 'M8 3H4v14h4M8 10h9M13.500 6.500 17 10l-3.500 3.500',
  pin: 'M10 17.500c-3.500-4-5.500-6.500-5.500-9a5.500 5.500 0 0 1 11 0c0 2.500-2 5-5.500 9M10 10a1.800 1.800 0 1 0 0-3.600 1.800 1.800 0 0 0 0 3.600',
  undo: 'M4 8h8.500a4 4 0 0 1 0 8H8M7.500 4.500 4 8l3.500 3.500',
  redo: 'M16 8H7.500a4 4 0 0 0 0 8H12M12.500 4.500 16 8l-3.500 3.500',
  history: 'M3.500 7A7.200 7.200 0 1 1 3 11M3 3.500V7.500h4M10 6v4l3 2',
  contract: 'M5 2.500h10v15H5zM7.500 6h5M7.500 9h5M7.500 14c1-2 2 1 3 0s1-1 2-.500',
} as const;

export type IconName = keyof typeof icons;

/** A line icon beside words; `label` only where there are none. */
export function Icon({ name, size = 20, label }: { name: IconName; size?: number; label?: string | undefined }) {
  return (
    <svg
      className={styles['icon']}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={icons[name]} />
    </svg>
  );
}

export const isIcon = (name: string): name is IconName => Object.hasOwn(icons, name);
