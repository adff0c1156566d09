declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';
  /** A stream to write COPY … FROM STDIN data to, given to `client.query`. */
  export function from(sql: string): Writable & Submittable;
}
