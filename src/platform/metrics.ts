import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What the server counts about itself. Labels are names of routes, events and tasks: never values of people. */
export type Metrics = {
  readonly registry: Registry;
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>;
  /** What was refused, by operation and code: failed sign-ins are `identity.signIn` with `signInRefused`. */
  readonly refusals: Counter<'operation' | 'code'>;
  readonly defects: Counter<'where'>;
  readonly eventsDelivered: Counter<'event'>;
  readonly eventFailures: Counter<'event'>;
  readonly eventsWaiting: Gauge;
  readonly jobsFinished: Counter<'task' | 'state'>;
  readonly jobsWaiting: Gauge<'state'>;
};

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A registry of its own, so that two servers in one process (tests) do not count together. */
export function createMetrics({ ofProcess = false }: { ofProcess?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'giaoban_request_seconds',
      help: 'Time to answer a request, by route pattern',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    refusals: counter(registers, 'giaoban_refusals_total', 'Requests refused, by operation and code', [
      'operation',
      'code',
    ]),
    defects: counter(registers, 'giaoban_defects_total', 'Errors that are ours', ['where']),
    eventsDelivered: counter(registers, 'giaoban_outbox_delivered_total', 'Events delivered', ['event']),
    eventFailures: counter(registers, 'giaoban_outbox_failures_total', 'Deliveries that failed', ['event']),
    eventsWaiting: new Gauge({ name: 'giaoban_outbox_waiting', help: 'Events not yet delivered', registers }),
    jobsFinished: counter(registers, 'giaoban_jobs_finished_total', 'Jobs ended', ['task', 'state']),
    jobsWaiting: new Gauge({
      name: 'giaoban_jobs_waiting',
      help: 'Jobs queued or running',
      labelNames: ['state'],
      registers,
    }),
  };
}

function counter<Label extends string>(
  registers: Registry[],
  name: string,
  help: string,
  labelNames: Label[],
) {
  return new Counter<Label>({ name, help, labelNames, registers });
}
