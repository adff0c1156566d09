/**
 * Text as people mean it: case and accents forgiven. NFD, combining marks U+0300–U+036F dropped, lower case, final
 * sigma as sigma. `cauce_fold` in drizzle/functions/rule.sql is its twin.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}
