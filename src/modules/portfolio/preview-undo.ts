import type { CodeOf, InputOf, OutputOf } from '../../kernel/contract.ts';
import { formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { theOffice } from './choose-office.ts';
import type { previewUndo as operation } from './contract.ts';
import { newestDateWithout, shownByVersion, shownWithout } from './db/undo-effects.ts';
import { laterPublishedDate, standingVersion, versionBefore } from './db/versions.ts';

/** What undoing the newest publication of a date would take away, and what would stand afterwards [PF6]. */
export async function previewUndo(
  { dataDate, officeId: asked }: InputOf<typeof operation>,
  { tx, caller }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, CodeOf<typeof operation>>> {
  const officeId = theOffice(caller.scope, asked);
  if (isRefusal(officeId)) return officeId;
  const version = await standingVersion(tx, officeId, dataDate);
  if (!version) return refuse('nothingToUndo', { date: formatDate(dataDate) });
  const later = await laterPublishedDate(tx, version);
  if (later) return refuse('laterDatePublished', { date: formatDate(dataDate), later: formatDate(later) });
  const before = await versionBefore(tx, version);
  const instead = await shownWithout(tx, version);
  return {
    dataDate,
    versionNumber: version.number,
    ...(await shownByVersion(tx, version)),
    before: before && instead.communes > 0 ? { versionNumber: before.number, loans: instead.loans } : null,
    newestDate: instead.communes > 0 ? dataDate : await newestDateWithout(tx, version),
  };
}
