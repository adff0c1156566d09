export const panels = ['step', 'check', 'walk', 'words', 'comments', 'history'] as const;
export type PanelName = (typeof panels)[number];
export type View = 'canvas' | 'outline';
/** What the address says of the designer: how it is looked at, which node, which panel, which of its texts (`es.email`). */
export type At = { view: View; node: string | null; panel: PanelName; text: string | null };

/** Reads an address; what it does not know is as at first. */
export function readAddress(search: URLSearchParams, first: View = 'canvas'): At {
  const view = search.get('view');
  const panel = search.get('panel');
  return {
    view: view === 'canvas' || view === 'outline' ? view : first,
    node: search.get('node'),
    panel: panels.find((one) => one === panel) ?? 'step',
    text: search.get('text'),
  };
}

/** Writes it: `?view=outline&node=n2&panel=check`. */
export function writeAddress({ view, node, panel, text }: At): string {
  const search = new URLSearchParams({ view });
  if (node !== null) search.set('node', node);
  if (panel !== 'step') search.set('panel', panel);
  if (text !== null && panel === 'words') search.set('text', text);
  return `?${search}`;
}
