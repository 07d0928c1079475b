import { formatDate } from '../../kernel/dates.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { canonicalHash } from './canonical-hash.ts';
import type { BriefingRow } from './db/briefings.ts';
import { type GivenDifficultyRow, selectGivenDifficulties } from './db/given-difficulties.ts';
import { wordsOfDifficulty } from './domain/difficulty.ts';
import type { Recipient } from './domain/spread.ts';
import { findSeats } from './find-seats.ts';
import { type DirectiveToGive, giveDirectives, NO_PAPER } from './give-directives.ts';
import { type IssuerOfMeeting, ownerToday } from './given-at-closing.ts';

/**
 * Makes a directive and its task of every difficulty that a meeting which is being closed has given to somebody [GV124], however long
 * before the meeting that was said. What is given to an office goes to whoever holds it today [GV12]; a household's goes to nobody else.
 *
 * @returns how many
 */
export async function difficultiesToDirectives(
  context: HandlerContext,
  briefing: BriefingRow,
  issuer: IssuerOfMeeting,
): Promise<number> {
  const { tx, newId } = context;
  const difficulties = await selectGivenDifficulties(tx, {
    communeId: briefing.communeId,
    briefingId: briefing.id,
  });
  const keys = difficulties.flatMap(({ givenSeat }) => (givenSeat === null ? [] : [givenSeat]));
  const seats = await findSeats(context, briefing.communeId, keys);
  const given = difficulties.map((difficulty): DirectiveToGive => {
    const ownerName = ownerToday({ seat: difficulty.givenSeat, name: difficulty.givenName }, seats);
    return {
      directive: { ...directiveOf(difficulty, briefing), ...issuer, id: newId() },
      recipients: [recipientOf(difficulty, ownerName)],
    };
  });
  const giving = { giverName: issuer.issuerName, givenOn: briefing.metOn };
  if (!(await giveDirectives(context, given, giving))) throw new Error('a new id was there already');
  return given.length;
}

/**
 * Refuses to close a meeting while a difficulty is given with a day before that of the meeting: it was given when an earlier day was
 * planned, and a task begins no later than it ends [GV124].
 */
export async function judgeGivenDifficulties(
  { tx }: HandlerContext,
  { communeId, id: briefingId, metOn }: BriefingRow,
): Promise<Refusal<'difficultyDuePassed'> | null> {
  const given = await selectGivenDifficulties(tx, { communeId, briefingId });
  const passed = given.find(({ dueOn }) => dueOn < metOn);
  if (!passed) return null;
  const { givenName: name, dueOn } = passed;
  return refuse('difficultyDuePassed', { name, dueOn: formatDate(dueOn), metOn: formatDate(metOn) });
}

type Unissued = Omit<DirectiveToGive['directive'], 'id' | keyof IssuerOfMeeting>;

function directiveOf(
  difficulty: GivenDifficultyRow,
  { communeId, id: briefingId }: Pick<BriefingRow, 'communeId' | 'id'>,
): Unissued {
  return {
    ...{ communeId, briefingId, source: 'difficulty', conclusionId: null, difficultyId: difficulty.id },
    ...NO_PAPER,
    text: wordsOfDifficulty(difficulty),
    legalGround: null,
    measure: null,
    dueOn: difficulty.dueOn,
    spread: 'seats',
    ...{ list: null, listDate: null, figure: null, measuredLoans: null },
    requestHash: canonicalHash({ difficulty: difficulty.id }),
  };
}

/** Whoever it was given to, and the household or group it is about. */
function recipientOf(
  { givenSeat: ownerSeat, ...difficulty }: GivenDifficultyRow,
  ownerName: string,
): Recipient {
  const { contractNo, customerCode, householdId, personName } = difficulty;
  const { villageCode, groupCode, associationCode } = difficulty;
  return {
    ...{ ownerSeat, ownerName, contractNo, customerCode, householdId, personName },
    ...{ villageCode, groupCode, associationCode },
  };
}
