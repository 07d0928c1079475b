import { networkOf } from '../network-of.ts';

/** How often one address may ask: a bucket of `burst` requests, refilled at `perSecond`. */
export type RateLimit = { readonly perSecond: number; readonly burst: number };

/**
 * Against floods, not against people: an office behind one address works freely. Sign-in has its own, far tighter
 * limit in the module `identity`.
 */
export const GENERAL_RATE: RateLimit = { perSecond: 100, burst: 1_000 };

const MOST_ADDRESSES = 10_000;

type Bucket = { tokens: number; filledAtMs: number };

/**
 * A limiter in this process's memory, bounded: the address not seen for longest is forgotten first.
 *
 * @param nowMs a clock of durations, which never steps back
 * @returns undefined when the request may pass; otherwise after how many seconds the next one may
 */
export function rateLimiter(limit: RateLimit, nowMs: () => number): (address: string) => number | undefined {
  const buckets = new Map<string, Bucket>();
  return (address) => {
    const key = networkOf(address);
    const now = nowMs();
    const known = buckets.get(key);
    const refilled = known
      ? known.tokens + ((now - known.filledAtMs) / 1_000) * limit.perSecond
      : limit.burst;
    const tokens = Math.min(limit.burst, refilled);
    const passes = tokens >= 1;
    // Deleting first moves the address to the end of the map's order.
    buckets.delete(key);
    buckets.set(key, { tokens: passes ? tokens - 1 : tokens, filledAtMs: now });
    if (buckets.size > MOST_ADDRESSES) forgetOldest(buckets);
    return passes ? undefined : Math.ceil((1 - tokens) / limit.perSecond);
  };
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  const [oldest] = buckets.keys();
  if (oldest !== undefined) buckets.delete(oldest);
}
