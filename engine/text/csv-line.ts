/**
 * A line of CSV (RFC 4180) that a spreadsheet reads as text: a cell that it would take for a formula is written behind an
 * apostrophe (OWASP, CSV injection). Null and undefined are empty.
 */
export function csvLine(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[\s\u200b\ufeff]*[=+\-@\t\r|%＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
