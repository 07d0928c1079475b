import { type DestinationStream, type Logger, pino } from 'pino';
import type { Clock } from './clock.ts';

/** Long runs of digits are identity numbers, phones or contracts: none of them belongs in a log. */
const LONG_DIGITS = /\d(?:[\s.-]?\d){8,}/g;
const STACK_LINES = 20;

/**
 * The log of the process: JSON lines. It holds no personal data, whatever is handed to it: an error is logged by its
 * type and the places in our code, without its message (which may quote a value), and long runs of digits are struck
 * out of every text. Requests are logged by their route pattern, never by their address.
 *
 * @param level `silent` logs nothing
 */
export function createLogger(
  clock: Clock,
  { level = 'info', destination }: { level?: string; destination?: DestinationStream } = {},
): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${clock.now().toISOString()}"`,
    serializers: {
      err: describeError,
      error: describeError,
      req: (request: { method?: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url,
      }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    },
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: {
      logMethod(this: Logger, args: Parameters<Logger['info']>, method: (...args: unknown[]) => void) {
        const [first, ...rest] = args as unknown[];
        const entry = first instanceof Error ? { err: first } : first;
        // An error without a text of ours would take its own message as the text.
        const text = first instanceof Error && rest.length === 0 ? ['error'] : rest;
        method.apply(this, [entry, ...text].map(strike));
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error without the values it may quote: type, code, constraint, places. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const known = error as Error & Readonly<Record<string, unknown>>;
  const named = ['code', 'schema', 'table', 'column', 'constraint', 'routine', 'statusCode'].flatMap(
    (name) =>
      typeof known[name] === 'string' || typeof known[name] === 'number' ? [[name, strike(known[name])]] : [],
  );
  return {
    type: error.name,
    ...Object.fromEntries(named),
    ...(Array.isArray(known.issues) ? { issues: known.issues.slice(0, 5).map(describeIssue) } : {}),
    places: placesOf(error),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}

/** The stack without the message it repeats. */
function placesOf(error: Error): string[] {
  const lines = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .map((line) => line.trim());
  return lines.filter((line) => /^at .+:\d+:\d+\)?$/.test(line)).slice(0, STACK_LINES);
}

/** A problem zod found in our own output: where and of what kind; the message may quote the value. */
function describeIssue(issue: { path?: readonly PropertyKey[]; code?: string }): string {
  const path = (issue.path ?? []).map((step) => (typeof step === 'number' ? '[]' : strike(String(step))));
  return `${path.join('.')}: ${issue.code ?? ''}`;
}

/** Strikes long digit runs out of texts, at any depth; errors are left to their serializer. */
function strike(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replace(LONG_DIGITS, '#');
  if (typeof value === 'number' || typeof value === 'bigint')
    return Math.abs(Number(value)) >= 100_000_000 ? '#' : value;
  if (depth > 4 || value === null || typeof value !== 'object' || value instanceof Error) return value;
  if (Array.isArray(value)) return value.map((item) => strike(item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, strike(item, depth + 1)]));
}
