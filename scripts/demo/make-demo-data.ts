import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, formatDate } from '../../src/kernel/dates.ts';
import { MONTH_ENDS, PACKED_FILE, packMonths } from './packed-months.ts';
import { READY_FOLDER, READY_MONTH, readyFiles } from './ready-month.ts';

/*
 * Makes the demo's data anew, the same every time: `npx tsx scripts/demo/make-demo-data.ts` (needs python3). Twenty-four
 * month-ends of one office up to 30/09/2026, packed; and the files of 31/10/2026 with the faults of real files, as they
 * are, for a newcomer to import. Every person in them is made up by the generator.
 */

await writePackedMonths();
writeReadyMonth();

async function writePackedMonths(): Promise<void> {
  const packed = await packMonths(MONTH_ENDS);
  writeFileSync(PACKED_FILE, packed);
  process.stdout.write(`${PACKED_FILE}: ${MONTH_ENDS.length} months, ${packed.length} bytes\n`);
}

/** The month that lies ready: its files as the generator writes them, without the truth that is told of them. */
function writeReadyMonth(): void {
  rmSync(READY_FOLDER, { recursive: true, force: true });
  mkdirSync(READY_FOLDER, { recursive: true });
  for (const [name, content] of readyFiles()) writeFileSync(join(READY_FOLDER, name), content);
  process.stdout.write(`${READY_FOLDER}: ${formatDate(day(READY_MONTH))}, with faults\n`);
}
