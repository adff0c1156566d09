import type { Say } from '#designer/say.ts';
import type { ChangeLine } from '#drizzle/queries/change-list.ts';

/** A change as a sentence: «Dar a Noelia Castro el papel de visto bueno». */
export function sayChange(t: Say, { kind, detail, unit }: Pick<ChangeLine, 'kind' | 'detail' | 'unit'>): string {
  const text = (name: string) => String(detail[name] ?? '');
  const roles = [detail['roles'] ?? detail['role'] ?? []].flat().map((role) => t(`role.${String(role)}`));
  return t(`change.${kind.replace('.', '-')}`, {
    name: text('name'),
    email: text('email'),
    roles: new Intl.ListFormat(t.locale).format(roles),
    slug: text('slug'),
    dir3: text('dir3') || '—',
    unit,
    ...(kind === 'key.create' && sayKey(t, detail)),
  });
}

function sayKey(t: Say, { mode, scopes, days }: ChangeLine['detail']) {
  const said = [scopes ?? []].flat().map((scope) => t(`keys.scope-${String(scope)}`));
  return {
    mode: t(`keys.mode-${String(mode)}`),
    scopes: new Intl.ListFormat(t.locale).format(said),
    days: String(days),
  };
}
