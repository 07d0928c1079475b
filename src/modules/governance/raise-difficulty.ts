import type { InputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Caller } from '../../platform/caller.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { refuseClosed } from './change-briefing.ts';
import type { raiseDifficulty as operation } from './contract.ts';
import { type BriefingRow, lockBriefing, touchBriefing } from './db/briefings.ts';
import { lockComingBriefing } from './db/briefings-around.ts';
import { countDifficulties } from './db/count-difficulties.ts';
import { type DifficultyRow, insertDifficulty, lockDifficulty } from './db/difficulties.ts';
import { inWholeCommune } from './find-difficulties.ts';
import { type Matter, matterOf } from './matter-of-difficulty.ts';
import { recordInBriefing } from './policy.ts';
import { seatOfCaller } from './seat-of-caller.ts';

type Input = InputOf<typeof operation>;

/** More than any meeting can speak about. */
const MOST_DIFFICULTIES = 300;

/**
 * Raises a difficulty in a briefing, or for the next one of its village [GV6]. Sent twice it stands once, also when the briefing has
 * been closed in between.
 */
export const raiseDifficulty: Handler<typeof operation> = async (input, context) => {
  const { tx, caller, note } = context;
  const { communeId, difficultyId } = input;
  if (!caller.scope.communeIds.includes(communeId)) return refuse('notFound');
  if (input.saidBy !== null && !maySpeakForOthers(caller)) return refuse('nameOfAnother');
  const matter = await matterOf(input, context);
  if (isRefusal(matter)) return matter;
  const done = (briefingId: Id | null) => {
    note({ communeId, subject: { difficulty: difficultyId, briefing: briefingId } });
    return { briefingId };
  };
  // Whoever meets a difficulty may raise it, also the police, who read nothing of the groups.
  const before = await inWholeCommune(context, () => lockDifficulty(tx, communeId, difficultyId));
  const raisedByName = input.saidBy ?? (await callerName(context));
  const asked = { ...input, raisedByName };
  if (before) return isSame(before, asked) ? done(before.briefingId) : refuse('idTaken');
  const taking = await briefingToTake(context, input, matter.villageCode);
  if (isRefusal(taking)) return taking;
  const briefingId = taking.briefing?.id ?? null;
  const many = await inWholeCommune(context, () => countDifficulties(tx, communeId, briefingId));
  if (many >= MOST_DIFFICULTIES) return refuse('tooManyLines', { most: MOST_DIFFICULTIES, what: 'khó khăn' });
  const { cancelledBriefings } = taking;
  const raised = {
    ...raisedNow(context, { ...matter, briefingId }, asked),
    cancelledBriefings,
  };
  const atOnce = await inWholeCommune(context, () => insertDifficulty(tx, communeId, raised));
  if (atOnce) return isSame(atOnce, asked) ? done(atOnce.briefingId) : refuse('idTaken');
  if (briefingId !== null) await touchBriefing(tx, communeId, briefingId);
  return done(briefingId);
};

/** Whether somebody writes down what others say [GV102]: bank and chair, who record in a meeting. */
function maySpeakForOthers({ role, kind }: Caller): boolean {
  return kind === 'system' || (role !== null && recordInBriefing.reach[role] !== undefined);
}

/** What is raised, with the name of who said it. */
type Asked = Input & Pick<DifficultyRow, 'raisedByName'>;

/**
 * Whether a difficulty that stands is the one that is raised: the same words of the same person about the
 * same household with its loan, group or matter.
 */
function isSame(standing: DifficultyRow, asked: Asked): boolean {
  const { text, about, raisedByName } = standing;
  if (text !== asked.text || about !== asked.about || raisedByName !== asked.raisedByName) return false;
  if (about === 'household')
    return standing.householdId === asked.householdId && standing.contractNo === asked.contractNo;
  return about === 'matter' || standing.groupCode === asked.groupCode;
}

/** The difficulty as it is written down, with who raises it and when. */
function raisedNow(
  { caller, clock }: HandlerContext,
  matter: Matter & Pick<DifficultyRow, 'briefingId'>,
  { difficultyId, text, about, raisedByName }: Asked,
): Parameters<typeof insertDifficulty>[2] {
  return {
    ...matter,
    id: difficultyId,
    text,
    about,
    raisedBy: caller.userId,
    raisedSeat: seatOfCaller(caller),
    raisedByName,
    raisedAt: clock.now(),
  };
}

/** The briefing that takes a difficulty up, none while it waits for the next; and those it was meant for that are not held. */
type Taking = { readonly briefing: BriefingRow | undefined; readonly cancelledBriefings: readonly Id[] };

/**
 * The briefing that was asked for, or the one that stands prepared or open for the village's point. What somebody raises in one that
 * has just been cancelled goes where its other difficulties went [GV110].
 */
async function briefingToTake(
  { tx, clock }: HandlerContext,
  { communeId, briefingId }: Input,
  villageCode: string | null,
): Promise<Taking | Refusal<'notFound' | 'briefingClosed'>> {
  const asked = briefingId === null ? undefined : await lockBriefing(tx, communeId, briefingId);
  if (briefingId !== null && !asked) return refuse('notFound');
  if (asked?.state === 'closed') return refuseClosed(asked);
  if (asked && asked.state !== 'cancelled') return { briefing: asked, cancelledBriefings: [] };
  const coming = await lockComingBriefing(tx, { communeId, villageCode, today: clock.today() });
  return { briefing: coming, cancelledBriefings: asked ? [asked.id] : [] };
}
