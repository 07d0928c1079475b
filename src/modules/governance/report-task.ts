import type { InputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { takeFiles } from '../../platform/files/index.ts';
import type { Handler } from '../../platform/http/implement.ts';
import { attachRecords } from './attach-records.ts';
import { changeTask } from './change-task.ts';
import type { reportTask as operation } from './contract.ts';
import { selectDirective } from './db/directives.ts';
import { insertEvidence, selectEvidence } from './db/task-events.ts';
import { selectTaskRecords } from './db/task-records.ts';
import type { TaskRow } from './db/tasks.ts';
import type { RecordLink } from './domain/record-words.ts';
import { judgeAnswerer } from './judge-answerer.ts';
import { judgeLongDone } from './judge-due.ts';
import { tellChecks } from './tell-checks.ts';

/**
 * Reports what was done, with the files sent before [GV35] and the records it names [GV86] as evidence. A
 * report may be supplemented until it is accepted.
 */
export const reportTask: Handler<typeof operation> = async (input, context) => {
  const { communeId, taskId, eventId, text, outcome, doneOn, fileIds } = input;
  const today = context.clock.today();
  if (doneOn > today) return refuse('doneInFuture', { doneOn: formatDate(doneOn), today: formatDate(today) });
  const change = { communeId, taskId, eventId, kind: 'reported', said: { text, outcome, doneOn } } as const;
  return changeTask(context, change, {
    judge: async (task) => judgeAnswerer(context.caller, task) ?? (await judgeDayDone(context, task, doneOn)),
    isSent: (task, version) => hasEvidence(context, { task, version }, input),
    write: async (task, version) => {
      const refused =
        (await attach(context, { task, version, fileIds })) ??
        (await attachRecords(context, task, { version, links: input.records }));
      if (refused === null) await tellChecks(context, task);
      return refused;
    },
  });
};

async function judgeDayDone(
  { tx }: HandlerContext,
  { communeId, directiveId }: TaskRow,
  doneOn: BusinessDate,
): Promise<Refusal<'doneLongBefore'> | null> {
  const givenOn = (await selectDirective(tx, communeId, directiveId))?.givenOn;
  return givenOn === undefined ? null : judgeLongDone({ tx }, { doneOn, givenOn });
}

/** Whether a report that was sent before has this evidence, in whichever order. */
async function hasEvidence(
  { tx }: HandlerContext,
  { task: { communeId, id: taskId }, version }: { task: TaskRow; version: number },
  { fileIds, records }: Pick<InputOf<typeof operation>, 'fileIds' | 'records'>,
): Promise<boolean> {
  const ofReport = (row: { readonly version: number }) => row.version === version;
  const files = (await selectEvidence(tx, communeId, taskId)).filter(ofReport).map(({ fileId }) => fileId);
  const named = (await selectTaskRecords(tx, communeId, [taskId])).filter(ofReport);
  const links = named.map(({ link }) => linkKey(link));
  return inOrder(files) === inOrder(fileIds) && inOrder(links) === inOrder(records.map(linkKey));
}

function linkKey(link: RecordLink): string {
  return JSON.stringify(Object.entries(link).toSorted(([a], [b]) => a.localeCompare(b)));
}

function inOrder(keys: readonly string[]): string {
  return [...new Set(keys)].toSorted().join(' ');
}

/** Joins files to a report: those of this task's office only. */
async function attach(
  { tx, clock }: HandlerContext,
  { task, version, fileIds }: { task: TaskRow; version: number; fileIds: readonly Id[] },
): Promise<Refusal<'fileUnknown'> | null> {
  if (fileIds.length === 0) return null;
  const { communeId, id: taskId, ownerSeat } = task;
  const wanted = [...new Set(fileIds)];
  const taken = await takeFiles(tx, { communeId, fileIds: wanted, ownerSeat, at: clock.now() });
  if (taken !== wanted.length) return refuse('fileUnknown');
  await insertEvidence(tx, { communeId, taskId, version, ownerSeat, fileIds: wanted });
  return null;
}
