/** Whether text from outside can be one of our ids (a uuid); for anything else nobody asks Postgres, which would refuse it. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}
