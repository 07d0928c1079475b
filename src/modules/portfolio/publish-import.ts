import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { groupByHashing } from '../../platform/db/group-by-hashing.ts';
import { setScope } from '../../platform/db/scope.ts';
import { takeTurn } from '../../platform/db/take-turn.ts';
import { BATCH_STATES } from '../extracts/index.ts';
import { acceptGroups, acceptScores } from '../groups/index.ts';
import { noteJudged, ruleValues, studentProgrammes } from '../programmes/index.ts';
import { acceptAreas, acceptPeople, createOffice, nameOffice } from '../registry/index.ts';
import { BLOCKING_REASONS, type publishImport as operation } from './contract.ts';
import { appendListEntries } from './db/append-list-entries.ts';
import { appendPositions, appendSavings, type Publishing } from './db/append-positions.ts';
import {
  type Batch,
  type BatchArea,
  batchAreas,
  batchFiles,
  markBatchPublished,
  readBatch,
} from './db/batches.ts';
import type { Judging } from './db/by-loan.ts';
import { assertComplete } from './db/completeness.ts';
import { publishedTotals } from './db/published-totals.ts';
import { rollUpCube, rollUpFigures, rollUpOffice } from './db/roll-up.ts';
import { insertVersion, nextVersionNumber, showVersion } from './db/versions.ts';
import { listBounds } from './domain/lists.ts';
import { type PublishStep, UNFOLLOWED } from './domain/publish-steps.ts';
import { findBlocking } from './find-blocking.ts';
import { previewBasis } from './preview-basis.ts';
import { readRules } from './read-rules.ts';
import { versionsTurn } from './versions-turn.ts';

/** Told before each step of a publication; what it throws undoes all of it. */
export type OnPublishStep = (step: PublishStep) => Promise<void>;

/**
 * Publishes a batch as the next version of its data date: all of it or nothing [PF1–PF5]. People, groups, positions,
 * roll-ups and lists are written in the one transaction of the command; communes show the version only after the
 * completeness check.
 */
export async function publishImport(
  input: InputOf<typeof operation>,
  context: HandlerContext,
  onStep: OnPublishStep = UNFOLLOWED,
): Promise<Outcome<OutputOf<typeof operation>, Unpublishable>> {
  const { tx } = context;
  const { batchId } = input;
  await onStep('check');
  // Before the batch, as undoing does: two that take both locks in one order never wait for each other.
  const waiting = await readBatch(tx, batchId, { lock: false });
  if (waiting) await takeTurn(tx, versionsTurn(waiting.officeId));
  await groupByHashing(tx);
  const ready = await readyToPublish(input, context);
  if (isRefusal(ready)) return ready;
  const { batch, dataDate, areas } = ready;
  const publishing: Publishing = {
    officeId: batch.officeId,
    batchId,
    versionId: context.newId(),
    versionNumber: await nextVersionNumber(tx, batch.officeId, dataDate),
    dataDate,
    communeIds: areas.map((area) => area.communeId),
  };
  if (!(await ensureOffice(tx, batch))) return refuse('batchBlocked', { reasons: OFFICE_BROUGHT_IN });
  const staleCodes = await acceptLowerModules(context, publishing, onStep);
  if (staleCodes.length > 0) return refuse('batchBlocked', { reasons: areasTakenText(staleCodes) });
  await nameOffice(tx, { officeId: batch.officeId, dataDate, name: batch.officeName });
  await append(tx, publishing, onStep);
  await show(context, publishing, onStep);
  return tell(context, publishing, areas.filter((area) => area.kind === 'commune').length);
}

/** Why a batch is not published. */
export type Unpublishable = 'batchNotReady' | 'batchBlocked' | 'previewStale' | 'notFound';

/**
 * A batch that nothing keeps from being published, locked until the end of the transaction [PF5]; the transaction
 * sees its communes from here on. Where a preview was looked at, what it was compared with stands still [PF87].
 */
export async function readyToPublish(
  { batchId, basis }: InputOf<typeof operation>,
  { tx, caller }: HandlerContext,
): Promise<
  | { readonly batch: Batch; readonly dataDate: BusinessDate; readonly areas: readonly BatchArea[] }
  | Refusal<Unpublishable>
> {
  const batch = await readBatch(tx, batchId, { lock: true });
  if (!batch) return refuse('notFound');
  const { state, dataDate } = batch;
  if (state !== 'ready' || dataDate === null) return refuse('batchNotReady', { state: BATCH_STATES[state] });
  const areas = await batchAreas(tx, batch);
  const communeIds = areas.map((area) => area.communeId);
  // Communes that this very batch brings are not yet in the caller's scope; the batch itself is.
  await setScope(tx, {
    ...caller.scope,
    communeIds: [...new Set([...caller.scope.communeIds, ...communeIds])],
  });
  if (
    basis !== undefined &&
    basis !== (await previewBasis(tx, { officeId: batch.officeId, dataDate, communeIds }))
  )
    return refuse('previewStale', { date: formatDate(dataDate) });
  const blocking = await findBlocking(tx, batch, { communeIds });
  if (blocking.length > 0)
    return refuse('batchBlocked', { reasons: blocking.map(({ code }) => BLOCKING_REASONS[code]).join(' ') });
  return { batch, dataDate, areas };
}

/**
 * An office that no import has named yet becomes real with its first publication at the latest.
 *
 * @returns false where another import has brought it in under an id of its own, which this batch does not know
 */
async function ensureOffice(tx: Tx, batch: Batch): Promise<boolean> {
  const { officeId, officeCode, officeName, branchCode } = batch;
  if (!batch.officeIsNew || officeCode === null) return true;
  const office = await createOffice(tx, {
    officeId,
    bankCode: officeCode,
    branchCode,
    name: officeName ?? officeCode,
  });
  return office.officeId === officeId;
}

const OFFICE_BROUGHT_IN =
  'Phòng giao dịch này vừa được đưa vào sổ từ một đợt nhập khác. Gửi lại bộ tệp này rồi ghi.';

/** Areas, people, groups and scores, each by the module that owns them. @returns area codes taken meanwhile */
async function acceptLowerModules(
  { tx, clock }: HandlerContext,
  publishing: Publishing,
  onStep: OnPublishStep,
): Promise<readonly string[]> {
  const at = clock.now();
  await onStep('people');
  const { staleCodes } = await acceptAreas(tx, { ...publishing, source: 'extracts.staged_area', at });
  if (staleCodes.length > 0) return staleCodes;
  await acceptPeople(tx, { ...publishing, source: 'extracts.staged_person', at });
  await onStep('groups');
  await acceptGroups(tx, { ...publishing, source: 'extracts.staged_group' });
  const rules = await ruleValues(tx, publishing.dataDate);
  const points = (rule: 'gradeGoodPoints' | 'gradeFairPoints' | 'gradeAveragePoints') =>
    Number(rules.of(rule).value);
  await acceptScores(tx, {
    ...publishing,
    source: 'extracts.staged_score',
    gradeBands: {
      goodFromPoints: points('gradeGoodPoints'),
      fairFromPoints: points('gradeFairPoints'),
      averageFromPoints: points('gradeAveragePoints'),
    },
  });
  return [];
}

function areasTakenText(codes: readonly string[]): string {
  return `Mã địa bàn ${codes.join(', ')} vừa được ghi từ một đợt nhập khác. Đọc lại đợt nhập này rồi ghi.`;
}

/** Positions, savings, roll-ups and lists of the version, checked against what was staged. */
async function append(tx: Tx, publishing: Publishing, onStep: OnPublishStep): Promise<void> {
  const judging = await judgingOf(tx, publishing);
  await onStep('positions');
  await appendPositions(tx, publishing);
  await appendSavings(tx, publishing);
  await onStep('cube');
  await rollUpCube(tx, publishing, judging);
  await onStep('figures');
  await rollUpFigures(tx, publishing);
  await onStep('lists');
  await appendListEntries(tx, publishing, judging);
  await onStep('completeness');
  await assertComplete(tx, publishing);
}

/** What the version is judged by: the dated rules of its office on its data date [PF42]. */
async function judgingOf(tx: Tx, publishing: Publishing): Promise<Judging> {
  const { dataDate } = publishing;
  const rules = await readRules(tx, publishing);
  return {
    rules,
    bounds: listBounds(dataDate, rules),
    studentProgrammes: await studentProgrammes(tx, dataDate),
  };
}

/** From here on the communes show the version; the office's figures follow. */
async function show(
  { tx, clock, caller }: HandlerContext,
  publishing: Publishing,
  onStep: OnPublishStep,
): Promise<void> {
  const { officeId, batchId } = publishing;
  const files = await batchFiles(tx, { id: batchId, officeId });
  const at = clock.now();
  await insertVersion(tx, publishing, { at, by: caller.userId, files });
  await showVersion(tx, publishing, { at, files });
  await rollUpOffice(tx, publishing);
  await noteJudged(tx, publishing);
  await onStep('show');
  await markBatchPublished(tx, publishing);
}

/** The event, the audit notes and the answer. */
async function tell(
  context: HandlerContext,
  publishing: Publishing,
  communes: number,
): Promise<OutputOf<typeof operation>> {
  const { versionId, versionNumber, dataDate, officeId, batchId, communeIds } = publishing;
  const totals = await publishedTotals(context.tx, publishing);
  context.emit({
    name: 'portfolio.dataDatePublished',
    payload: { officeId, batchId, dataDate, versionId, communeIds },
  });
  for (const { communeId, loans } of totals.byCommune)
    context.note({ communeId, subject: { dataDate, versionId, versionNumber, batchId, loans } });
  const { loans, outstandingVnd } = totals;
  return { versionId, dataDate, versionNumber, loans, communes, outstandingVnd };
}
