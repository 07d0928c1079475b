import type { z } from 'zod';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { type Grade, type GroupBoard, groupBoards, groupGrades, isBelowFair } from '../groups/index.ts';
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
import { findDueSessions } from './find-due-session.ts';

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
  dueNext: null,
  points: [],
};

/**
 * The figures of a briefing from the newest data date that the commune has on its day [GV19]: what the month page, the
 * associations and the groups show, told side by side, and the points made from them.
 */
export async function prepareFigures(
  context: HandlerContext,
  briefing: Pick<BriefingRow, 'communeId' | 'pointCode' | 'regularOn' | 'heldOn'>,
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
  const known = await knownGroups(context, { communeId, upTo: dataDate });
  const groups = groupsOf(known, month.groups);
  const due = await findDueSessions(tx, briefing, month.dueBySession);
  const figures = {
    dataDate,
    versionNumber,
    comparedDate,
    inactiveTitle,
    total,
    associations,
    groups,
    ...due,
  };
  return {
    ...figures,
    points: preparePoints(await pointFigures(context, month, { ...figures, known, heldOn })),
  };
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

/** A commune's groups by code, with the grade that the list of groups shows at the data date. */
type KnownGroups = ReadonlyMap<string, GroupBoard & { readonly grade: Grade | null }>;

async function knownGroups(
  { tx }: HandlerContext,
  { communeId, upTo }: { readonly communeId: Id; readonly upTo: BusinessDate },
): Promise<KnownGroups> {
  const boards = await groupBoards(tx, communeId);
  const grades = await groupGrades(tx, { communeId, upTo });
  return new Map(
    boards.map((board) => [board.groupCode, { ...board, grade: grades.get(board.groupCode) ?? null }]),
  );
}

/** Direct loans belong to no group. */
function groupsOf(known: KnownGroups, parts: readonly ComparedPart[]): PreparedFigures['groups'] {
  return parts
    .filter(({ key }) => key !== '')
    .map((part) => groupOf(part, known.get(part.key), known.get(part.key)?.grade ?? null));
}

/** Groups graded below Khá in the order of their codes [GV25], those without loans too: so many the list of groups has. */
function weakGroups(known: KnownGroups): PointFigures['weakGroups'] {
  return [...known.values()].flatMap(({ leaderName, grade }) =>
    grade !== null && isBelowFair(grade) ? [{ name: leaderName, grade }] : [],
  );
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
    known,
    due,
    dueNext,
    heldOn,
  }: Pick<PreparedFigures, 'associations' | 'groups' | 'due' | 'dueNext'> & {
    readonly dataDate: BusinessDate;
    readonly known: KnownGroups;
    readonly heldOn: BusinessDate;
  },
): Promise<PointFigures> {
  const rules = await ruleValues(tx, dataDate);
  // What is worth a word is judged for the meeting, not for the bank's figures.
  const { value: leastInterestChangeVnd } = (await ruleValues(tx, heldOn)).of('unpaidInterestPointVnd');
  const now = month.total?.now;
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
    arrearsBps: now?.arrearsBps ?? null,
    arrearsBeforeBps: month.total?.before?.arrearsBps ?? null,
    hasArrears: now !== undefined && now.overdueVnd + now.frozenVnd > 0n,
    toOverdueLoans: now?.toOverdueMonthLoans ?? 0,
    toOverdueVnd: now?.toOverdueMonthVnd ?? 0n,
    associations: associations.map(compared),
    groups: groups.map((group) => ({ ...compared(group), associationCode: group.associationCode })),
    leastInterestChangeVnd,
    weakGroups: weakGroups(known),
    freezesEnding: loansOn('freeze_ends_within_120_days'),
    freezeEndsWithinDays: Number(rules.of('freezeWatchCompulsoryDays').value),
    inactive: loansOn('inactive_3_months'),
    manyMonthsUnpaid: loansOn('unpaid_interest_3_months'),
    justDisbursed: loansOn('disbursed_last_30_days'),
    justDisbursedDays: Number(rules.of('recentDisbursementDays').value),
    checksLate: month.checksUntold,
    due,
    dueNext,
  };
}
