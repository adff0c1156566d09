import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry, prefix: 'cauce_' });
const registers = [registry];

/** What the worker counts; numbers only. */
export const metrics = {
  wakes: new Counter({
    name: 'cauce_wake_cycles_total',
    help: 'Wake-ups that the relay sent, by kind of workflow',
    labelNames: ['kind'],
    registers,
  }),
  relayTick: new Histogram({
    name: 'cauce_relay_tick_seconds',
    help: 'Duration of one look of the relay at Postgres',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  }),
  activity: new Histogram({
    name: 'cauce_activity_seconds',
    help: 'Duration of activities, by type and result',
    labelNames: ['type', 'result'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1800],
    registers,
  }),
  running: new Gauge({
    name: 'cauce_activities_running',
    help: 'Activities at work now, by type',
    labelNames: ['type'],
    registers,
  }),
};

/** Everything counted, as Prometheus reads it. */
export async function metricsText(): Promise<{ type: string; text: string }> {
  return { type: registry.contentType, text: await registry.metrics() };
}
