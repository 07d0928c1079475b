import { randomFillSync } from 'node:crypto';
import { type NewId, uuidV7 } from '../kernel/ids.ts';
import type { Clock } from './clock.ts';

/** New ids of this process: time from the clock, chance from the operating system. */
export function idsOf(clock: Clock): NewId {
  return () => uuidV7(clock.now().getTime(), randomFillSync(new Uint8Array(10)));
}
