/**
 * `cauce_caused_id` written out, for statements that make it by the million: Postgres does not inline a function whose
 * arguments cost something. The arguments are SQL expressions.
 */
export function causedIdSql(member: string, node: string, visit: string, rung: string): string {
  return `encode(substr(uuid_send(${member}), 1, 8) || '\\xab'::bytea
    || substr(sha256(uuid_send(${member}) || convert_to(${node} || '/' || (${visit}) || '/' || ${rung}, 'UTF8')), 1, 7), 'hex')::uuid`;
}
