import { loadavg } from 'node:os';

/** The middle value; of an even number the upper one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The value that 95 of 100 do not exceed. */
export function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}

/** Wall time of some work, in milliseconds, and its result. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

/** What all threads of this process worked while it was done, in milliseconds, and its result. */
export async function worked<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const began = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(began);
  return { ms: (user + system) / 1000, result };
}

/** How many processes wanted a processor over the last minute: figures of a busy machine say less. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

/** Tells what is going on, with the seconds since the beginning. */
export function progress(sentence: string): void {
  process.stderr.write(`[${(performance.now() / 1000).toFixed(0)} s, load ${load()}] ${sentence}\n`);
}
