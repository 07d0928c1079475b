import type { z } from 'zod';
import type { BusinessDate } from '../../kernel/dates.ts';
import type { StoredFile } from '../../platform/files/index.ts';
import type { DirectiveRow } from './db/directives.ts';
import type { TaskEventRow } from './db/task-events.ts';
import type { TaskRow } from './db/tasks.ts';
import { isByOwner, lateDays, type TaskEventKind } from './domain/task.ts';
import type { directive, taskEvent, taskFile, taskRow } from './domain/task-shapes.ts';

/** A task's row with what its directive says, as the contract shows it. */
export function taskShown(
  task: TaskRow,
  { text, source, issuerName, givenOn, briefingId }: DirectiveRow,
  today: BusinessDate,
): z.output<typeof taskRow> {
  const { id: taskId, communeId, directiveId, version, dueOn, ownerSeat, ownerName, state } = task;
  const { reportedOn, returnedOn, contractNo, householdId, personName } = task;
  return {
    taskId,
    communeId,
    directiveId,
    version,
    text,
    source,
    issuerName,
    givenOn,
    dueOn,
    ownerSeat,
    ownerName,
    state,
    lateDays: lateDays(task, today),
    reportedOn,
    returnedOn,
    briefingId,
    contractNo,
    householdId,
    personName,
  };
}

/** A directive as the contract shows it. */
export function directiveShown({
  id: directiveId,
  communeId: _,
  conclusionId: __,
  difficultyId: ___,
  issuerSeat: ____,
  recipientSeats: _____,
  requestHash: ______,
  measuredLoans: _______,
  ...row
}: DirectiveRow): z.output<typeof directive> {
  return { directiveId, ...row };
}

/** What an owner says of their task, themselves or through another. */
const OF_OWNER: readonly TaskEventKind[] = ['received', 'started', 'reported'];

/** An event with who wrote it, for whom [GV35], the files it brought and the records it names. */
export function eventShown(
  { id: eventId, version, kind, text, outcome, doneOn, bySeat, byName, at }: TaskEventRow,
  {
    task: { ownerSeat, ownerName },
    files,
    records,
  }: {
    readonly task: Pick<TaskRow, 'ownerSeat' | 'ownerName'>;
    readonly files: readonly StoredFile[];
    readonly records: z.output<typeof taskEvent>['records'];
  },
): z.output<typeof taskEvent> {
  return {
    eventId,
    version,
    kind,
    text,
    outcome,
    doneOn,
    byName,
    writtenFor: isByOwner({ ownerSeat, bySeat }) || !OF_OWNER.includes(kind) ? null : ownerName,
    at: at.toISOString(),
    files: files.map(fileShown),
    records,
  };
}

/** A file as the contract shows it. */
export function fileShown({
  id: fileId,
  name,
  mediaType,
  sizeBytes,
  scan,
}: StoredFile): z.output<typeof taskFile> {
  return { fileId, name, mediaType, sizeBytes, scan };
}
