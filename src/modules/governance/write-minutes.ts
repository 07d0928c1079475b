import type { z } from 'zod';
import type { OutputOf } from '../../kernel/contract.ts';
import { exactNumber } from '../../kernel/money.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { contactsOfAnswers } from './contacts-of-answers.ts';
import type { showBriefing as briefingShown } from './contract.ts';
import type { BriefingRow } from './db/briefings.ts';
import { selectTouchedPoints } from './db/talking-points.ts';
import { isEmptySeat } from './domain/attendance.ts';
import { mergePoints, raisedSentences } from './domain/merge-points.ts';
import type { GivenInMinutes, Minutes, MinutesFigures } from './domain/minutes.ts';
import { inSentence } from './domain/offices-anew.ts';
import type { PreparedFigures } from './domain/prepared-figures.ts';
import { isSeatOfBank } from './domain/seat.ts';
import type { attendee } from './domain/shapes.ts';
import { placeTitles } from './domain/titles-of-place.ts';
import { figuresToFix } from './figures-of-briefing.ts';
import { hasOtherPoints } from './has-other-points.ts';
import { type Owned, ownersAtClosing } from './owners-now.ts';
import { resultsBefore } from './results-of-conclusions.ts';
import { showBriefing } from './show-briefing.ts';
import { staleDays } from './stale-days.ts';
import { villagesOfPoint } from './villages-of-point.ts';

/**
 * Writes down what a meeting was: everything that its papers are made from [GV10]. Who records it is not known before it is closed: a
 * draft is nobody's, whoever asks for it.
 */
export async function writeMinutes(
  context: HandlerContext,
  briefing: BriefingRow,
  closedAt: Date,
): Promise<Minutes | Refusal<'notFound'>> {
  const begun = await beginMinutes(context, briefing, closedAt);
  if (isRefusal(begun)) return begun;
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const { standing: figures, fixedAt } = await figuresToFix(context, briefing);
  const touched = await selectTouchedPoints(context.tx, within);
  return {
    ...begun,
    figures: {
      ...figuresKept(figures, fixedAt),
      staleDays: await staleDays(context, { dataDate: figures.dataDate, metOn: briefing.metOn }),
    },
    points: raisedSentences(mergePoints(figures.points, touched)),
    before: await resultsBefore(context, briefing),
  };
}

/**
 * The same without figures, points and results of last time, which take the month of a commune to find: enough for papers that
 * print none of them.
 */
export async function beginMinutes(
  context: HandlerContext,
  briefing: BriefingRow,
  closedAt: Date,
): Promise<Minutes | Refusal<'notFound'>> {
  const within = { communeId: briefing.communeId, briefingId: briefing.id };
  const shown = await showBriefing(within, context);
  if (isRefusal(shown)) return shown;
  const villages = await villagesOfPoint(context, briefing);
  const isOneOfSeveral = await hasOtherPoints(context, { ...briefing, on: briefing.metOn });
  const ownerKept = await ownersAtClosing(context, briefing, ownedOf(shown));
  return {
    commune: { id: briefing.communeId, name: shown.communeName },
    point: {
      ...{ code: briefing.pointCode, name: briefing.pointName, place: briefing.place },
      ...(villages.length === 0 ? {} : { villages }),
      ...(isOneOfSeveral ? { isOneOfSeveral } : {}),
    },
    heldOn: briefing.heldOn,
    metOn: briefing.metOn,
    openedAt: (briefing.openedAt ?? closedAt).toISOString(),
    closedAt: closedAt.toISOString(),
    chairedBy: shown.chairedBy,
    chairPart: shown.chairPart,
    agenda: shown.agenda.map(({ title, reachedAt, note }) => ({
      ...{ title, reachedAt },
      ...(note === null ? {} : { note }),
    })),
    attendees: shown.attendees.map(attendeeKept),
    parts: shown.parts,
    missingParts: shown.missingParts,
    titles: placeTitles(shown.communeName, shown.attendees),
    ...vacantOf(shown.attendees),
    figures: { dataDate: null, comparedDate: null, total: null, associations: [], groups: [] },
    points: [],
    before: null,
    difficulties: await difficultiesKept(context, briefing, { ...shown, ownerKept }),
    conclusions: shown.conclusions.map((line) => conclusionKept(line, ownerKept)),
  };
}

function vacantOf(attendees: readonly z.output<typeof attendee>[]): Pick<Minutes, 'vacant'> {
  const vacant = attendees.filter(isEmptySeat).map(({ fullName }) => fullName);
  return vacant.length === 0 ? {} : { vacant };
}

/** What of a meeting people were given. */
type Given = Pick<OutputOf<typeof briefingShown>, 'conclusions' | 'difficulties'>;

type OwnersKept = Awaited<ReturnType<typeof ownersAtClosing>>;

function ownedOf({ conclusions, difficulties }: Given): Owned[] {
  return [...conclusions, ...difficulties.map(ownedBy)];
}

function ownedBy({ givenSeat, givenName }: Given['difficulties'][number]): Owned {
  return { ownerSeat: givenSeat, ownerName: givenName };
}

/** Whether its owner gets a slip is kept with it: slips that have their numbers stay as they are when the rule changes. */
function conclusionKept(
  { conclusionId: id, measuredBy, ...line }: Given['conclusions'][number],
  ownerKept: OwnersKept,
): Minutes['conclusions'][number] {
  const { text, ownerSeat, ownerName, dueOn } = line;
  return {
    ...{ id, text, ownerSeat, ownerName, dueOn },
    ...ownerKept(line),
    measuredBy: measuredBy?.words ?? null,
    ...(isSeatOfBank(ownerSeat) ? { isWithoutSlip: true as const } : {}),
  };
}

/** What was difficult and what was done; of a number that was found that it was, and who told it [GV96]. */
async function difficultiesKept(
  context: HandlerContext,
  { communeId }: BriefingRow,
  {
    difficulties,
    ownerKept,
  }: Pick<OutputOf<typeof briefingShown>, 'difficulties'> & { readonly ownerKept: OwnersKept },
): Promise<Minutes['difficulties']> {
  const contacts = await contactsOfAnswers(context, communeId, difficulties);
  return difficulties.map((difficulty) => {
    const contact = contacts.get(difficulty.difficultyId);
    return {
      text: difficulty.text,
      about: difficulty.personName ?? (difficulty.groupCode === null ? null : `tổ ${difficulty.groupCode}`),
      raisedByName: difficulty.raisedByName,
      answer: difficulty.answer,
      answeredByName: difficulty.answeredByName,
      answeredAt: difficulty.answeredAt,
      ...(contact && { contact }),
      givenName: difficulty.givenName,
      dueOn: difficulty.dueOn,
      ...(difficulty.state === 'given' ? { given: givenKept(difficulty, ownerKept) } : {}),
      ...(difficulty.carriedSince === null ? {} : { carriedSince: difficulty.carriedSince }),
      ...(difficulty.dropReason === null ? {} : { dropReason: difficulty.dropReason }),
    };
  });
}

/** As {@link conclusionKept}, whether its owner gets a slip is kept with it. */
function givenKept(difficulty: Given['difficulties'][number], ownerKept: OwnersKept): GivenInMinutes {
  const { difficultyId, givenSeat: seat } = difficulty;
  return {
    difficultyId,
    seat,
    ...ownerKept(ownedBy(difficulty)),
    ...(isSeatOfBank(seat) ? { isWithoutSlip: true as const } : {}),
  };
}

/** Who was there and how; not who said so, nor how often. */
function attendeeKept(one: z.output<typeof attendee>): Minutes['attendees'][number] {
  const { part, fullName, isVacant, capacity, presence, deputyName, note, leftOffice } = one;
  const kept = { part, fullName, isVacant, capacity, presence, deputyName, note };
  return isEmptySeat(one) && leftOffice !== null ? { ...kept, heldSince: inSentence(leftOffice) } : kept;
}

function figuresKept(
  { dataDate, versionNumber, comparedDate, inactiveTitle, total, associations, groups }: PreparedFigures,
  fixedAt: Date | null,
): Minutes['figures'] {
  return {
    dataDate,
    versionNumber,
    fixedAt: fixedAt?.toISOString() ?? null,
    comparedDate,
    inactiveTitle,
    total: total === null ? null : kept(total),
    associations: associations.map(kept),
    groups: groups.map(kept),
  };
}

function kept(part: PreparedFigures['associations'][number]): MinutesFigures {
  const { key, name, inactiveLoans } = part;
  return {
    key,
    name,
    inactiveLoans,
    outstandingVnd: exactNumber(part.outstandingVnd),
    outstandingChangeVnd: part.outstandingChangeVnd === null ? null : exactNumber(part.outstandingChangeVnd),
    overdueVnd: exactNumber(part.overdueVnd),
    frozenVnd: exactNumber(part.frozenVnd),
    unpaidInterestVnd: exactNumber(part.unpaidInterestVnd),
    interestMonthVnd: exactNumber(part.interestMonthVnd),
  };
}
