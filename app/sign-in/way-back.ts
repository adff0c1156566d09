/** Where to go after signing in: a page of ours, by its path. Whatever could lead elsewhere is Inicio. */
export function wayBack(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])[\w\-./?=&%:,+~]*$/.test(to)) return '/';
  const there = new URL(to, 'http://cauce.invalid');
  return there.origin === 'http://cauce.invalid' && !there.pathname.startsWith('/sign-in')
    ? there.pathname + there.search
    : '/';
}
