import { z } from 'zod';
import { webhookEvents } from '#engine/office/webhook-events.ts';
import { ruleSchema } from '#engine/rule/rule.ts';
import { contract, type Route } from './contract.ts';

type Json = Record<string, unknown>;

/** The whole contract as OpenAPI 3.1, written from the schemas that the handlers read by. */
export function openapi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries<Route>(contract))
    paths[route.path] = { ...paths[route.path], [route.method]: operation(name, route) };
  return {
    openapi: '3.1.0',
    info: { title: 'Cauce', version: '1', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: '/' }],
    paths,
    webhooks: webhooks(),
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'npm run cauce -- key --scopes …' } },
      schemas: { Problem: problem, ...rule() },
    },
  };
}

function operation(
  name: string,
  { path, summary, scope, status, media, answerMedia, query, body, answer }: Route,
): Json {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const asked = Object.entries(query?.shape ?? {}).map(([parameter, schema]) => ({
    name: parameter,
    in: 'query',
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
  const given = body ? schemaOf(body, 'input') : media ? { type: 'string' } : undefined;
  const content = given && Object.fromEntries((media ?? ['application/json']).map((type) => [type, { schema: given }]));
  return {
    operationId: name,
    summary,
    ...(scope && { security: [{ key: [] }], description: `Scope: ${scope}` }),
    ...(inPath.length + asked.length > 0 && { parameters: [...inPath, ...asked] }),
    ...(content && { requestBody: { required: true, content } }),
    responses: {
      [status]: {
        description: summary,
        content: { [answerMedia ?? 'application/json']: { schema: schemaOf(answer, 'output') } },
      },
      default: {
        description: 'RFC 9457',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** What other systems are told (OpenAPI 3.1, `webhooks`), signed after Standard Webhooks. */
function webhooks(): Json {
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  });
  const headers = [
    header('webhook-id', 'The same however often it is told'),
    header('webhook-timestamp', 'Of this try, in seconds since 1970; refuse what is five minutes away'),
    header(
      'webhook-signature',
      '`v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; two, parted by a space, while a secret is replaced',
    ),
  ];
  return Object.fromEntries(
    Object.entries(webhookEvents).map(([type, { summary, data }]) => {
      const body = z.object({ type: z.literal(type), timestamp: z.iso.datetime(), data });
      const content = { 'application/json': { schema: schemaOf(body, 'output') } };
      const responses = {
        '2XX': { description: 'Taken; anything else is told again, ten times in about three days' },
        '410': { description: 'Gone for good: nothing more is told' },
      };
      return [type, { post: { summary, parameters: headers, requestBody: { required: true, content }, responses } }];
    }),
  );
}

/** A schema as JSON Schema, with rules by reference. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== (ruleSchema as unknown)) return;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Json)[key];
      Object.assign(jsonSchema, { $ref: '#/components/schemas/Rule' });
    },
  });
  return json;
}

/** The rule's own schema is recursive: its inner definitions become components beside it. */
function rule(): Record<string, unknown> {
  const text = JSON.stringify(z.toJSONSchema(ruleSchema, { io: 'output', unrepresentable: 'any' }));
  const {
    $schema: _,
    $defs = {},
    ...own
  } = JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/Rule_')) as Json & { $defs?: Json };
  return { Rule: own, ...Object.fromEntries(Object.entries($defs).map(([name, inner]) => [`Rule_${name}`, inner])) };
}

const problem = z.toJSONSchema(
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), why: z.string() })).optional(),
  }),
);
