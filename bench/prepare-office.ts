import type { Id } from '../src/kernel/ids.ts';
import type { DatabaseAddress } from '../src/platform/db/database.ts';
import { openBenchPlatform } from './databases.ts';
import { progress } from './measuring.ts';
import { addOffice, officeCaller, publish, read, receive } from './office.ts';
import { DATA_DATE, DATE_BEFORE, officeFiles } from './office-files.ts';

/** Makes the office known and publishes the month before the one that is measured. */
export async function publishMonthBefore(address: DatabaseAddress): Promise<void> {
  progress(`publishing the month before (${DATE_BEFORE})`);
  const { platform, database } = openBenchPlatform(address);
  await addOffice(platform);
  const caller = await officeCaller(platform);
  const batchId = await receive(platform, caller, officeFiles(DATE_BEFORE));
  await read(platform, caller, batchId);
  await publish(platform, caller, batchId);
  await database.close();
}

/** Reads the month once, where that is not what is measured. @returns the batch, ready to be published */
export async function readMonth(address: DatabaseAddress): Promise<Id> {
  progress(`reading the month (${DATA_DATE})`);
  const { platform, database } = openBenchPlatform(address);
  const caller = await officeCaller(platform);
  const batchId = await receive(platform, caller, officeFiles(DATA_DATE));
  await read(platform, caller, batchId);
  await database.close();
  return batchId;
}

/** Publishes the month once, where that is not what is measured. */
export async function publishMonth(address: DatabaseAddress, batchId: Id): Promise<void> {
  progress(`publishing the month (${DATA_DATE})`);
  const { platform, database } = openBenchPlatform(address);
  await publish(platform, await officeCaller(platform), batchId);
  await database.close();
}
