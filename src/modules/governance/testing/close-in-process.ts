import { writeSync } from 'node:fs';
import pg from 'pg';
import type { Caller } from '../../../platform/caller.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { runCommand } from '../../../platform/command.ts';
import { connect, type DatabaseAddress } from '../../../platform/db/database.ts';
import type { RequestContext } from '../../../platform/http/implement.ts';
import { idsOf } from '../../../platform/ids.ts';
import { closeBriefing } from '../close-briefing.ts';
import type { TestBriefing } from './given-briefing.ts';

/**
 * Where a process that closes a briefing is killed: when its so manieth statement has been sent, or answered; or before the commit is
 * sent, having told on its output how many statements came before. Null where it lives.
 */
export type KilledAt =
  | { readonly statement: number; readonly is: 'sent' | 'answered' }
  | { readonly commit: 'unsent' }
  | null;

/** What such a process is told as its one argument. */
export type ClosingTold = {
  readonly address: DatabaseAddress;
  readonly caller: Caller;
  readonly within: TestBriefing;
  /** The moment at which its clock stands. */
  readonly now: string;
  readonly killedAt: KilledAt;
};

/** Ends this process as a power cut does: nothing is flushed, nobody is told. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** From now on statements of every connection are counted, the transaction's own ones too, and the process dies at its place. */
function dieAt(killedAt: Exclude<KilledAt, null>): void {
  const { query } = pg.Client.prototype as unknown as { query: (...said: unknown[]) => Promise<unknown> };
  let statements = 0;
  const counted = async function (this: pg.Client, ...said: unknown[]): Promise<unknown> {
    if ('commit' in killedAt && said[0] === 'commit') {
      writeSync(process.stdout.fd, String(statements));
      die();
    }
    statements += 1;
    const isPlace = 'statement' in killedAt && killedAt.statement === statements;
    const answer = query.apply(this, said);
    if (isPlace && killedAt.is === 'sent') die();
    const answered = await answer;
    if (isPlace) die();
    return answered;
  };
  Object.assign(pg.Client.prototype, { query: counted });
}

const { address, caller, within, now, killedAt }: ClosingTold = JSON.parse(process.argv[2] ?? '');
if (killedAt !== null) dieAt(killedAt);
const clock = fixedClock(now);
const database = connect(address, 1);
const outcome = await runCommand(
  { database, clock, newId: idsOf(clock) },
  { name: 'governance.closeBriefing', caller },
  (context) => closeBriefing({ ...within, withoutConclusions: false }, context as RequestContext),
);
await database.close();
process.stdout.write(JSON.stringify(outcome));
