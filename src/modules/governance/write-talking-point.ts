import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { callerName } from '../identity/index.ts';
import { changeBriefing } from './change-briefing.ts';
import type { writeTalkingPoint as operation } from './contract.ts';
import {
  insertPointVersion,
  type PointWriter,
  selectKeptPoints,
  selectTouchedPoints,
  writePoint,
} from './db/talking-points.ts';
import type { Within } from './db/within.ts';
import { wordsSent } from './domain/sent-words.ts';
import { judgePointChange, type PointContent, type Touched } from './domain/touched-point.ts';

/** More than any meeting raises. */
const MOST_POINTS = 60;

/**
 * Writes, drops or adds a point; its place in the order stays [GV28]. A change against an older version than the one that stands
 * is kept beside it [GV80].
 */
export const writeTalkingPoint: Handler<typeof operation> = async (
  { communeId, briefingId, baseVersion, changeId, ...point },
  context,
) => {
  const { tx } = context;
  const within = { communeId, briefingId };
  const subject = { point: point.key, dropped: point.isDropped };
  const sentBefore = async () => {
    const kept = await selectKeptPoints(tx, within, { key: point.key, id: changeId });
    const one = kept.find(({ id }) => id === changeId);
    if (one === undefined) return undefined;
    const standing = (await selectTouchedPoints(tx, within)).find(({ key }) => key === point.key);
    const sent =
      standing && one.key === point.key ? wordsSent<PointContent>(standing, kept, changeId) : undefined;
    if (!standing || !sent || !sameWords(sent, point)) return refuse('idTaken');
    return { answer: { outcome: 'unchanged', version: standing.version } as const, subject };
  };
  const write = async () => {
    const touched = await selectTouchedPoints(tx, within);
    const standing = touched.find(({ key }) => key === point.key);
    const version = standing?.version ?? 0;
    if (standing === undefined && touched.filter(isStanding).length >= MOST_POINTS)
      return refuse('tooManyLines', { most: MOST_POINTS, what: 'điểm cần nêu' });
    const outcome = judgePointChange(standing, { ...point, baseVersion });
    const next = { ...point, ...(await writerOf(context)) };
    if (outcome === 'applied') await replacePoint(context, within, { standing, next, changeId });
    if (outcome === 'conflict')
      await insertPointVersion(tx, within, { ...next, id: changeId, baseVersion, state: 'conflicting' });
    return {
      answer: { outcome, version: outcome === 'applied' ? version + 1 : version },
      subject: { ...subject, outcome },
    };
  };
  return changeBriefing(context, within, write, sentBefore);
};

function sameWords(one: PointContent, other: PointContent): boolean {
  return one.ownText === other.ownText && one.isDropped === other.isDropped;
}

/** Whether a point is still one that people touched: what was added and taken back is none. */
function isStanding({ ownText, isDropped }: PointContent): boolean {
  return ownText !== null || isDropped;
}

/** Who writes, and when. */
export async function writerOf(context: HandlerContext): Promise<PointWriter> {
  const { caller, clock } = context;
  return {
    writtenBy: caller.userId,
    writtenByName: await callerName(context),
    writtenAt: clock.now(),
  };
}

/** Makes a version the one that stands; the one before is kept as replaced, under the id of the change. */
export async function replacePoint(
  { tx }: Pick<HandlerContext, 'tx'>,
  within: Within,
  {
    standing,
    next,
    changeId,
  }: {
    readonly standing: (Touched & PointWriter) | undefined;
    readonly next: PointContent & PointWriter & { readonly key: string };
    readonly changeId: Id;
  },
): Promise<void> {
  await writePoint(tx, within, next);
  const replaced = standing ?? { ...next, ownText: null, isDropped: false, version: 0 };
  await insertPointVersion(tx, within, {
    ...replaced,
    id: changeId,
    baseVersion: replaced.version,
    state: 'replaced',
  });
}
