/** The SQL that writes a timestamp as ISO 8601 text in UTC with milliseconds, so that readers need no driver settings. */
export function iso(timestamp: string): string {
  return `to_char(${timestamp} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
