import type { z } from 'zod';
import type { BusinessDate } from '../../kernel/dates.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { LENDING_CHANNELS } from '../identity/index.ts';
import { showCommuneMonth, showSummary } from '../portfolio/index.ts';
import { ruleValues } from '../programmes/index.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { PointFigures } from './domain/point-figures.ts';
import type { PreparedFigures } from './domain/prepared-figures.ts';
import type { partFigures } from './domain/shapes.ts';
import { preparePoints } from './domain/talking-points.ts';
import { findDueSession } from './find-due-session.ts';
import { type CommuneGroup, findOffices } from './find-seats.ts';

type Month = Exclude<Awaited<ReturnType<typeof showCommuneMonth>>, { refused: unknown }>;
type SummaryRow = Exclude<Awaited<ReturnType<typeof showSummary>>, { refused: unknown }>['rows'][number];
type PartFigures = z.output<typeof partFigures>;

/** Where a commune has no figures yet. */
const NOTHING: PreparedFigures = {
  dataDate: null,
  versionNumber: null,
  comparedDate: null,
  total: null,
  associations: [],
  groups: [],
  due: null,
  points: [],
};

/**
 * The figures of a briefing from the newest data date that the commune has on its day [GV19]: what the month page, the
 * associations and the groups show, told side by side, and the points made from them.
 */
export async function prepareFigures(
  context: HandlerContext,
  briefing: Pick<BriefingRow, 'communeId' | 'regularOn' | 'heldOn'>,
): Promise<PreparedFigures> {
  const { communeId } = briefing;
  const newest = await showCommuneMonth({ communeId }, context);
  if (isRefusal(newest)) return NOTHING;
  const dataDate = newest.dataDates.find((date) => date <= briefing.heldOn);
  if (dataDate === undefined) return NOTHING;
  const month =
    newest.dataDate === dataDate ? newest : await showCommuneMonth({ communeId, dataDate }, context);
  if (isRefusal(month) || month.now === null) return { ...NOTHING, dataDate };
  const summary = async (dimension: 'association' | 'group') => {
    const answer = await showSummary({ communeId, dataDate, dimension }, context);
    return isRefusal(answer) ? [] : answer.rows;
  };
  const known = (await findOffices(context, communeId)).groups;
  const associations = (await summary('association')).map((row) =>
    partOf(row.key, LENDING_CHANNELS[row.key] ?? row.key, told(row)),
  );
  const groups = (await summary('group')).filter(({ key }) => key !== '').map((row) => groupOf(row, known));
  const due = await findDueSession(context.tx, briefing, month.dueBySession);
  const total = partOf('total', month.communeName, { now: month.now, before: month.before });
  const { comparedDate, source } = month;
  const versionNumber = source?.versionNumber ?? null;
  const figures = { dataDate, versionNumber, comparedDate, total, associations, groups, due };
  return { ...figures, points: preparePoints(await pointFigures(context, month, figures)) };
}

/** Figures of a part now and at the date before; null where it had none then, or nothing is compared. */
type Told = { readonly now: SummaryRow['now']; readonly before: SummaryRow['now'] | null };

const told = ({ now, compared }: SummaryRow): Told => ({ now, before: compared?.before ?? null });

/** A part that has no figures at the date before is new: its change is unknown, not its whole. */
function partOf(key: string, name: string, { now, before }: Told): PartFigures {
  return {
    key,
    name,
    groups: now.groups,
    outstandingVnd: now.outstandingVnd,
    outstandingChangeVnd: before && now.outstandingVnd - before.outstandingVnd,
    overdueVnd: now.overdueVnd,
    frozenVnd: now.frozenVnd,
    unpaidInterestVnd: now.unpaidInterestVnd,
    unpaidInterestChangeVnd: before && now.unpaidInterestVnd - before.unpaidInterestVnd,
    interestMonthVnd: now.interestMonthVnd,
    inactiveLoans: now.inactiveLoans,
  };
}

function groupOf(row: SummaryRow, known: readonly CommuneGroup[]): PreparedFigures['groups'][number] {
  const group = known.find(({ groupCode }) => groupCode === row.key);
  return {
    ...partOf(row.key, group?.leaderName ?? `Tổ ${row.key}`, told(row)),
    villageName: group?.villageName ?? null,
    associationCode: group?.associationCode ?? '',
    grade: group?.score?.grade ?? null,
  };
}

async function pointFigures(
  { tx }: HandlerContext,
  month: Month,
  {
    dataDate,
    associations,
    groups,
    due,
  }: Pick<PreparedFigures, 'associations' | 'groups' | 'due'> & {
    readonly dataDate: BusinessDate;
  },
): Promise<PointFigures> {
  const rules = await ruleValues(tx, dataDate);
  const loansOn = (list: string) => month.lists.find((row) => row.list === list)?.loans ?? 0;
  const compared = (part: PartFigures) => ({
    key: part.key,
    name: part.name,
    unpaidInterestVnd: part.unpaidInterestVnd,
    unpaidInterestBeforeVnd:
      part.unpaidInterestChangeVnd === null ? null : part.unpaidInterestVnd - part.unpaidInterestChangeVnd,
  });
  return {
    dataDate,
    comparedDate: month.comparedDate,
    arrearsBps: month.now?.arrearsBps ?? null,
    arrearsBeforeBps: month.before?.arrearsBps ?? null,
    toOverdueLoans: month.now?.toOverdueMonthLoans ?? 0,
    toOverdueVnd: month.now?.toOverdueMonthVnd ?? 0n,
    associations: associations.map(compared),
    groups: groups.map((group) => ({
      ...compared(group),
      associationCode: group.associationCode,
      grade: group.grade,
    })),
    freezesEnding: loansOn('freeze_ends_within_120_days'),
    freezeEndsWithinDays: Number(rules.of('freezeWatchCompulsoryDays').value),
    inactive: loansOn('inactive_3_months'),
    manyMonthsUnpaid: loansOn('unpaid_interest_3_months'),
    justDisbursed: loansOn('disbursed_last_30_days'),
    justDisbursedDays: Number(rules.of('recentDisbursementDays').value),
    due,
  };
}
