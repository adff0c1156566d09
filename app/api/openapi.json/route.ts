import { openapi } from '../openapi.ts';

/** The description of every way in and out, for programs (OpenAPI 3.1). */
export function GET(): Response {
  return Response.json(openapi());
}
