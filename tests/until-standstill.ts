import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from './product-process.ts';

/** Nothing at all happened for so long: whoever waits longer waits in vain, however slow the machine is. */
const STANDSTILL_MS = 300_000;
const LOOK_AGAIN_MS = 5;

/** What is waited for; `writesIn`: the folders in which the product's database writes while it goes on. */
type Awaited = {
  readonly hasCome: (run: Run) => boolean | Promise<boolean>;
  readonly writesIn: readonly string[];
  readonly whereItStands: (run: Run) => Promise<string>;
};

/** Waits for a point of a start as long as the start goes on. @throws Error when it ends before, or stands still */
export async function untilStandstill(
  run: Run,
  { hasCome, writesIn, whereItStands }: Awaited,
): Promise<void> {
  const progress = () => `${run.output().length} ${Math.max(0, ...writesIn.map(newestIn))}`;
  let [seen, since] = [progress(), performance.now()];
  while (!(await hasCome(run))) {
    if (run.child.exitCode !== null) throw new Error(`ended before its point: ${run.output()}`);
    const now = progress();
    if (now !== seen) [seen, since] = [now, performance.now()];
    if (performance.now() - since > STANDSTILL_MS)
      throw new Error(`never came to its point: ${await whereItStands(run)}`);
    await sleep(LOOK_AGAIN_MS);
  }
}

function newestIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  const times = readdirSync(folder).map(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.max(0, ...times);
}
