import { randomFillSync } from 'node:crypto';
import { type NewId, uuidV7 } from '../kernel/ids.ts';
import type { Clock } from './clock.ts';

const LARGEST_COUNTER = 0xfff;

/**
 * New ids of this process: time from the clock, chance from the operating system. Ids made in the same millisecond
 * carry a counter (RFC 9562, 6.2), so that one made later always sorts later: events and lists keep their order.
 */
export function idsOf(clock: Clock): NewId {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const random = randomFillSync(new Uint8Array(10));
    const nowMs = clock.now().getTime();
    if (nowMs > lastMs) {
      lastMs = nowMs;
      // Starts in the lower half, so that at least 2,048 ids of this millisecond have a place.
      counter = (((random[0] ?? 0) & 0x07) << 8) | (random[1] ?? 0);
    } else if (counter < LARGEST_COUNTER) counter += 1;
    else {
      lastMs += 1;
      counter = 0;
    }
    random[0] = counter >> 8;
    random[1] = counter & 0xff;
    return uuidV7(lastMs, random);
  };
}
