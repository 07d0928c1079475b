import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { groupByHashing } from '../../platform/db/group-by-hashing.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import { withdrawGroups } from '../groups/index.ts';
import { forgetJudged } from '../programmes/index.ts';
import { withdrawAreas, withdrawOfficeName, withdrawPeople } from '../registry/index.ts';
import { theOffice } from './choose-office.ts';
import type { undoImport as operation } from './contract.ts';
import { markBatchUndone } from './db/batches.ts';
import { rollUpOffice } from './db/roll-up.ts';
import {
  laterPublishedDate,
  markUndone,
  showVersionBefore,
  standingBatches,
  standingVersion,
  versionBefore,
} from './db/versions.ts';
import { versionsTurn } from './versions-turn.ts';

/**
 * Takes back the newest publication of a date [PF6]: its communes show the version before, or nothing; people, groups,
 * areas and points follow. Refused once a later date has been published on top of it.
 */
export async function undoImport(
  input: InputOf<typeof operation>,
  context: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const { tx, clock, caller } = context;
  const { dataDate } = input;
  const officeId = theOffice(caller.scope, input.officeId);
  if (isRefusal(officeId)) return officeId;
  const meant = await standingVersion(tx, officeId, dataDate);
  await takeTurn(tx, versionsTurn(officeId));
  await groupByHashing(tx);
  const version = await standingVersion(tx, officeId, dataDate);
  // What was undone or replaced while this waited is not undone again: the version before was not meant.
  if (!version || version.id !== meant?.id) return refuse('nothingToUndo', { date: formatDate(dataDate) });
  if (input.versionNumber !== undefined && input.versionNumber !== version.number)
    return refuse('otherVersionStands', { date: formatDate(dataDate), number: version.number });
  const later = await laterPublishedDate(tx, version);
  if (later) return refuse('laterDatePublished', { date: formatDate(dataDate), later: formatDate(later) });
  const before = await versionBefore(tx, version);
  const at = clock.now();
  await markUndone(tx, version, { before, at, by: caller.userId });
  const communeIds = await showVersionBefore(tx, version);
  await withdrawPeople(tx, { versionId: version.id, communeIds, at });
  await withdrawGroups(tx, { versionId: version.id, communeIds, at });
  const standing = await standingBatches(tx, officeId);
  await withdrawAreas(tx, {
    ...{ source: 'extracts.staged_area', officeId, batchId: version.batchId, dataDate, at },
    standing,
  });
  const name = standing.findLast((one) => one.dataDate === dataDate && one.officeName)?.officeName ?? null;
  await withdrawOfficeName(tx, { officeId, dataDate, name, at });
  await rollUpOffice(tx, { officeId, dataDate });
  if (!before) await forgetJudged(tx, { officeId, dataDate });
  await markBatchUndone(tx, { id: version.batchId, officeId });
  context.emit({
    name: 'portfolio.dataDateUndone',
    payload: { officeId, dataDate, versionId: version.id, communeIds },
  });
  for (const communeId of communeIds)
    context.note({ communeId, subject: { dataDate, versionId: version.id, versionNumber: version.number } });
  return { dataDate, undoneVersionNumber: version.number, versionNumber: before?.number ?? null };
}
