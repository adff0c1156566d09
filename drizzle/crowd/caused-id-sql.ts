/**
 * `cauce_caused_id` written out, for statements that make it by the million: Postgres does not inline a function whose
 * arguments cost something. The arguments are SQL expressions.
 */
export function causedIdSql(member: string, node: string, visit: string, rung: string): string {
  return `overlay(overlay(md5(${member}::text || '/' || ${node} || '/' || (${visit}) || '/' || ${rung})
    placing replace(left(${member}::text, 13), '-', '') || '7' from 1 for 13) placing 'a' from 17 for 1)::uuid`;
}
