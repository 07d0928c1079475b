import type { OutputOf } from '../../../kernel/contract.ts';
import { addDays, type BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import {
  addConclusion,
  answerDifficulty,
  closeBriefing,
  giveDifficulty,
  measureConclusion,
  openBriefing,
  prepareBriefing,
  raiseDifficulty,
  reachAgendaItem,
  recordAttendance,
  showBriefing,
  showBriefingFigures,
} from '../../../modules/governance/contract.ts';
import type { SessionDay } from '../../../modules/sessions/index.ts';
import { stepsOfTasks } from './answer-tasks.ts';
import { throwOf } from './chance.ts';
import { OFFICER, readCommuneFacts, type Town } from './commune-facts.ts';
import { conclusionsOf } from './conclusions.ts';
import { difficultiesOf } from './difficulties.ts';
import type { Meeting } from './meeting.ts';
import { dayOf, laterOf, type Moment, minutesLater, momentAt, officeHour, type Step } from './moments.ts';
import { numberPapers } from './number-papers.ts';
import { writePolicyNote } from './policy-notes.ts';
import { MONTHS_WITH_RECORDS } from './records.ts';
import { tasksGiven } from './tasks-at-hand.ts';

/** A session that is held. */
export type HeldSession = SessionDay & { readonly heldOn: BusinessDate };

type Shown = OutputOf<typeof showBriefing>;

/** Where the file of points tells no hour. */
const USUAL_START = '07:30';
/** The briefing follows the session: so many minutes after it began where nobody says when it ends. */
const AFTER_START = 150;
/** A meeting's agenda takes less than an hour, its minutes are read out then. */
const MINUTES_PER_ITEM = 6;

/** Prepares the briefing of a session some days before it, not before the month's figures are there. */
export function prepare(town: Town, session: HeldSession, from: BusinessDate): Step {
  const { heldOn, point } = session;
  const wanted = officeHour(heldOn, -5, town.code, heldOn);
  return {
    at: laterOf(wanted, momentAt(from, '08:30')),
    run: async () => {
      const { hands, communeId } = town;
      const { briefingId } = await hands.act(OFFICER, prepareBriefing, {
        ...{ communeId, heldOn },
        pointCode: point.pointCode,
      });
      await writePolicyNote(town, { briefingId, heldOn });
      return [hold(town, session, briefingId)];
    },
  };
}

/** Holds it on its day: who came, what was difficult, what was concluded, and the minutes at the end. */
function hold(town: Town, session: HeldSession, briefingId: Id): Step {
  const { hands, communeId, code } = town;
  const { heldOn, point } = session;
  const start = session.endsAt ?? minutesLater(session.startsAt ?? USUAL_START, AFTER_START);
  const within = { communeId, briefingId };
  return {
    at: momentAt(heldOn, start),
    run: async () => {
      await hands.act(OFFICER, openBriefing, within);
      const shown = await hands.act(OFFICER, showBriefing, within);
      const figures = await hands.act(OFFICER, showBriefingFigures, within);
      const facts = await readCommuneFacts(town, figures);
      await callTheRoll(town, shown);
      const meeting: Meeting = {
        heldOn,
        dataDate: figures.dataDate ?? heldOn,
        villageCodes: point.villageCodes,
        isLast: town.monthsToGo === 0,
        figures,
        facts,
        seed: `${code}|${point.pointCode}|${heldOn}`,
        place: `${code}|${point.pointCode}`,
      };
      return goThroughAgenda(town, { meeting, shown, start });
    },
  };
}

/** Most are there; one or two come late, send the deputy, or are away with a reason. */
async function callTheRoll(
  { hands, communeId, code }: Town,
  { briefingId, attendees, heldOn }: Shown,
): Promise<void> {
  const leaders = attendees.filter(({ part }) => part === 'groupLeader');
  const others = attendees.filter(({ part }) => part === 'villageHead' || part === 'communePolice');
  const from = throwOf(leaders.length || 1, code, heldOn, 'roll');
  const [late, away, ill] = [0, 1, 2].map((n) => leaders[(from + n) % leaders.length]);
  const told = [
    { who: late, presence: 'late' },
    { who: away, presence: 'deputy', deputyName: deputyOf(away) },
    { who: ill, presence: 'excused', note: 'Đi khám bệnh, đã báo trước' },
    {
      who: others[throwOf(others.length || 1, code, heldOn)],
      presence: 'excused',
      note: 'Bận việc đột xuất, đã báo trước',
    },
  ] as const;
  const most = 1 + throwOf(told.length, code, heldOn, 'away');
  for (const { who, ...presence } of told.slice(0, most))
    if (who) {
      const { attendeeId } = who;
      await hands.act(OFFICER, recordAttendance, { communeId, briefingId, attendeeId, ...presence });
    }
}

/** Files of leaders name few deputies: the sample ones are called by their group. */
function deputyOf(leader: Shown['attendees'][number] | undefined): string {
  const group = leader?.seat?.split(':')[1];
  return group === undefined ? 'Tổ phó (mẫu)' : `Tổ phó tổ ${group} (mẫu)`;
}

type Sitting = { readonly meeting: Meeting; readonly shown: Shown; readonly start: string };

/** One item of the agenda after another; difficulties and conclusions at theirs, the minutes when all are through. */
function goThroughAgenda(town: Town, sitting: Sitting): Step[] {
  const { shown, meeting, start } = sitting;
  const at = (minutes: number): Moment => momentAt(meeting.heldOn, minutesLater(start, minutes));
  const items = shown.agenda.slice(1);
  const end = at((items.length + 2) * MINUTES_PER_ITEM);
  return items.map(
    ({ itemId, kind }, i): Step => ({
      at: at((i + 1) * MINUTES_PER_ITEM),
      run: async () => {
        const { communeId, hands } = town;
        await hands.act(OFFICER, reachAgendaItem, { communeId, briefingId: shown.briefingId, itemId });
        if (kind === 'difficulties') await speakOfDifficulties(town, sitting);
        if (kind !== 'conclusions') return [];
        const concluded = await conclude(town, sitting);
        return [close(town, shown.briefingId, { at: end, withoutConclusions: concluded === 0 })];
      },
    }),
  );
}

async function speakOfDifficulties(town: Town, { meeting, shown }: Sitting): Promise<void> {
  const { hands, communeId } = town;
  const { briefingId } = shown;
  const raised = difficultiesOf(meeting);
  for (const { settled, ...difficulty } of raised) {
    const difficultyId = hands.newId();
    await hands.act(OFFICER, raiseDifficulty, { communeId, difficultyId, briefingId, ...difficulty });
    if ('answer' in settled)
      await hands.act(OFFICER, answerDifficulty, { communeId, difficultyId, answer: settled.answer });
    else
      await hands.act(OFFICER, giveDifficulty, {
        ...{ communeId, difficultyId },
        seat: settled.owner.ownerSeat,
        name: settled.owner.ownerName,
        dueOn: addDays(meeting.heldOn, settled.days),
      });
  }
}

/** @returns how many lines were written */
async function conclude(
  { hands, communeId, monthsToGo }: Town,
  { meeting, shown }: Sitting,
): Promise<number> {
  const conclusions = conclusionsOf(meeting);
  for (const { measuredBy, ...conclusion } of conclusions) {
    const line = { communeId, briefingId: shown.briefingId, conclusionId: hands.newId() };
    const { version: baseVersion } = await hands.act(OFFICER, addConclusion, { ...line, ...conclusion });
    const isCounted = measuredBy?.figure !== 'checked' || monthsToGo < MONTHS_WITH_RECORDS;
    if (measuredBy !== null && isCounted)
      await hands.act(OFFICER, measureConclusion, { ...line, baseVersion, measuredBy });
  }
  return conclusions.length;
}

type Closing = { readonly at: Moment; readonly withoutConclusions: boolean };

function close(town: Town, briefingId: Id, { at, withoutConclusions }: Closing): Step {
  const { hands, communeId } = town;
  return {
    at,
    run: async () => {
      await hands.act(OFFICER, closeBriefing, { communeId, briefingId, withoutConclusions });
      return [
        ...stepsOfTasks(town, 'meeting', await tasksGiven(town, { briefingId })),
        ...numberPapers(town, briefingId, dayOf(at)),
      ];
    },
  };
}
