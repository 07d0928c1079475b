import { pino } from 'pino';
import type { Id } from '../../kernel/ids.ts';
import type { Caller } from '../caller.ts';
import { ANONYMOUS } from '../caller.ts';
import { fixedClock } from '../clock.ts';
import type { Platform } from '../command.ts';
import type { Database } from '../db/database.ts';
import type { Scope } from '../db/scope.ts';
import { idsOf } from '../ids.ts';
import { createMetrics } from '../metrics.ts';

/** A platform over a test's database, its clock standing at 9 o'clock of the demo's day until moved. */
export function testPlatform(database: Database) {
  const clock = fixedClock('2026-11-03T02:00:00Z');
  const platform: Platform & { clock: ReturnType<typeof fixedClock> } = {
    database,
    clock,
    newId: idsOf(clock),
  };
  return { ...platform, logger: pino({ level: 'silent' }), metrics: createMetrics(), platform };
}

/** A person under an office held, with the scope given. */
export function testCaller(scope: Partial<Scope>, overrides: Partial<Caller> = {}): Caller {
  return {
    ...ANONYMOUS,
    kind: 'person',
    userId: '0192f0c8-0000-7000-8000-0000000000aa' as Id,
    assignmentId: '0192f0c8-0000-7000-8000-0000000000ab' as Id,
    role: 'creditOfficer',
    scope: { communeIds: [], officeIds: [], system: false, ...scope },
    ...overrides,
  };
}
