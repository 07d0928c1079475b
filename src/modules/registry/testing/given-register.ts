import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Id } from '../../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts';
import type { Caller } from '../../../platform/caller.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { type HandlerContext, type Platform, runCommand, runQuestion } from '../../../platform/command.ts';
import { idsOf } from '../../../platform/ids.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { callerWith, givenCommune } from './build.ts';

/** What is done in a transaction of the register. */
export type Run<T> = (context: HandlerContext) => Promise<T | Refusal>;

/** The register as a test has it: read its fields inside the tests, where they are set. */
export type Register = {
  database: TestDatabase;
  communeId: Id;
  officer: Caller;
  /** Carries a command out as the officer, or as another. */
  order<T>(run: Run<T>, caller?: Caller): Promise<T | Refusal>;
  /** Asks a question that may be refused. */
  try<T>(run: Run<T>, caller?: Caller): Promise<T | Refusal>;
  /** Asks a question. @throws Error when it is refused */
  ask<T>(run: Run<T>, caller?: Caller): Promise<T>;
};

/** The answer. @throws Error when it is a refusal */
export function answered<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused}`);
  return outcome as T;
}

/** A database for the file that calls this, and for each of its tests a commune of its own with an officer. */
export function givenRegister(): Register {
  const clock = fixedClock('2026-11-03T02:00:00Z');
  let platform: Platform;
  let communeNumber = 0;
  const register = {
    order: (run, caller = register.officer) => runCommand(platform, { name: 'registry.test', caller }, run),
    try: (run, caller = register.officer) => runQuestion(platform, { caller }, run),
    ask: async (run, caller) => answered(await register.try(run, caller)),
  } as Register;
  beforeAll(async () => {
    register.database = await testDatabase();
    platform = { database: register.database.app, clock, newId: idsOf(clock) };
  });
  beforeEach(async () => {
    const communeCode = String(540_100 + ++communeNumber);
    const { communeId } = await givenCommune(register.database, { communeCode });
    register.communeId = communeId;
    register.officer = callerWith('creditOfficer', { communeIds: [communeId] });
  });
  afterAll(() => register.database.close());
  return register;
}
