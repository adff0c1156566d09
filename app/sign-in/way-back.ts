/** Where to go after signing in: a page of ours, by its path. Whatever could lead elsewhere is Inicio. */
export function wayBack(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])[\w\-./?=&%:,+~]*$/.test(to)) return '/';
  const { origin, pathname, search } = new URL(to, 'http://cauce.invalid');
  // Two slashes lead elsewhere, also those that stand there only once `/.//` is read.
  const ours = origin === 'http://cauce.invalid' && !pathname.startsWith('//') && !pathname.startsWith('/sign-in');
  return ours ? pathname + search : '/';
}
