/** Whether what is typed appears in a title or what stands beneath it, whatever its accents and capitals. */
export function fitsQuery({ title, meta = '' }: { title: string; meta?: string | undefined }, query: string): boolean {
  return plain(`${title} ${meta}`).includes(plain(query.trim()));
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
