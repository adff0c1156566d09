/** Whether text in an address can be one of our ids (a uuid); anything else is not found without asking Postgres. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}
