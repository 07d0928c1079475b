import type { z } from 'zod';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type GroupBoard, groupBoards, groupGrades } from '../groups/index.ts';
import { LENDING_CHANNELS } from '../identity/index.ts';
import {
  type ComparedPart,
  type ListName,
  type MonthForBriefing,
  monthForBriefing,
} from '../portfolio/index.ts';
import { ruleValues } from '../programmes/index.ts';
import type { BriefingRow } from './db/briefings.ts';
import type { PointFigures } from './domain/point-figures.ts';
import type { PreparedFigures } from './domain/prepared-figures.ts';
import type { partFigures } from './domain/shapes.ts';
import { preparePoints } from './domain/talking-points.ts';
import { findDueSession } from './find-due-session.ts';

type PartFigures = z.output<typeof partFigures>;

/** Where a commune has no figures yet. */
const NOTHING: PreparedFigures = {
  dataDate: null,
  versionNumber: null,
  comparedDate: null,
  inactiveTitle: 'Không giao dịch',
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
  const { tx } = context;
  const { communeId, heldOn } = briefing;
  const month = await monthForBriefing({ communeId, upTo: heldOn }, context);
  if (month === undefined) return NOTHING;
  const { dataDate, versionNumber, comparedDate, inactiveTitle } = month;
  if (month.total === null) return { ...NOTHING, dataDate, inactiveTitle };
  const total = partOf('total', month.communeName, month.total);
  const associations = month.associations.map((part) =>
    partOf(part.key, LENDING_CHANNELS[part.key] ?? part.key, part),
  );
  const groups = await groupsOf(context, communeId, month.groups);
  const due = await findDueSession(tx, briefing, month.dueBySession);
  const figures = { dataDate, versionNumber, comparedDate, inactiveTitle, total, associations, groups, due };
  return { ...figures, points: preparePoints(await pointFigures(context, month, figures)) };
}

/** A part that has no figures at the date before is new: its change is unknown, not its whole. */
function partOf(
  key: string,
  name: string,
  { now, before }: Pick<ComparedPart, 'now' | 'before'>,
): PartFigures {
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

/** Direct loans belong to no group. */
async function groupsOf(
  { tx }: HandlerContext,
  communeId: Id,
  parts: readonly ComparedPart[],
): Promise<PreparedFigures['groups']> {
  const boards = new Map((await groupBoards(tx, communeId)).map((board) => [board.groupCode, board]));
  const grades = await groupGrades(tx, communeId);
  return parts
    .filter(({ key }) => key !== '')
    .map((part) => groupOf(part, boards.get(part.key), grades.get(part.key) ?? null));
}

function groupOf(
  part: ComparedPart,
  board: GroupBoard | undefined,
  grade: string | null,
): PreparedFigures['groups'][number] {
  return {
    ...partOf(part.key, board?.leaderName ?? `Tổ ${part.key}`, part),
    villageName: board?.villageName ?? null,
    associationCode: board?.associationCode ?? '',
    grade,
  };
}

async function pointFigures(
  { tx }: HandlerContext,
  month: MonthForBriefing,
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
  const loansOn = (list: ListName) => month.lists.find((row) => row.list === list)?.loans ?? 0;
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
    arrearsBps: month.total?.now.arrearsBps ?? null,
    arrearsBeforeBps: month.total?.before?.arrearsBps ?? null,
    toOverdueLoans: month.total?.now.toOverdueMonthLoans ?? 0,
    toOverdueVnd: month.total?.now.toOverdueMonthVnd ?? 0n,
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
