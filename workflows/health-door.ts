import { createServer, type Server } from 'node:http';
import { metricsText } from './metrics.ts';

/** `ready` says whether work can be done now; `alive` whether the process should live on. */
export type Health = { alive: () => boolean; ready: () => Promise<boolean> };

/** Opens /health, /ready and /metrics on loopback (or `host`); closes with the server. */
export function openHealthDoor(port: number, host: string, health: Health): Server {
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = 'application/json') =>
      response.writeHead(status, { 'content-type': type }).end(body);
    const said = (good: boolean) => answer(good ? 200 : 503, JSON.stringify({ status: good ? 'ok' : 'unavailable' }));
    if (request.url === '/health') return said(health.alive());
    if (request.url === '/ready') return void health.ready().then(said, () => said(false));
    if (request.url === '/metrics') return void metricsText().then(({ text, type }) => answer(200, text, type));
    return answer(404, '{"status":"unknown"}');
  });
  return server.listen(port, host);
}
