import { createHash } from 'node:crypto';
import type { Operation } from '../../src/kernel/contract.ts';
import type { FileStore } from '../../src/platform/files/file-store.ts';
import { marksOf } from './marks.ts';
import { idOf, OWN_PLACE, type Place } from './places.ts';
import type { Asker } from './policy-table.ts';
import type { Insert } from './seed-briefings.ts';

const DIRECTIVE = 40;
/** The police see no borrower of any group: what is asked of them names none here. */
const DIRECTIVE_OF_POLICE = 60;
/** The task of each narrow office at a place; each reads its own alone. */
const TASK_OF = { associationHead: 41, groupLeader: 42, villageHead: 43, communePolice: 44 } as const;
/** A task that waits to be accepted. */
const REPORTED = 45;
/** The file of a task: its kind and this. */
const FILE = 10;
const BYTES = Buffer.from('%PDF-1.4 mẫu');

type NarrowOffice = keyof typeof TASK_OF;
const NARROW = Object.keys(TASK_OF) as NarrowOffice[];

const seatAt = (role: NarrowOffice, { associationCode, groupCode, villageCode }: Place) => {
  const codes = { associationHead: associationCode, groupLeader: groupCode, villageHead: villageCode };
  return role === 'communePolice' ? role : `${role}:${codes[role]}`;
};

/**
 * A directive of a place with a task for each narrow office, whose state everything may follow on, each with
 * a report and a file; and one that waits.
 */
export async function seedTasks(insert: Insert, place: Place): Promise<void> {
  const { number, communeId: commune_id } = place;
  const directive = {
    commune_id,
    source: 'order',
    given_on: '2026-10-23',
    due_on: '2026-11-30',
    spread: 'seats',
  };
  const seats = NARROW.filter((role) => role !== 'communePolice').map((role) => seatAt(role, place));
  await insert('governance.directive', {
    ...directive,
    id: idOf(DIRECTIVE, number),
    text: `Mời ${marksOf(place).fullName} làm việc`,
    recipient_seats: `{${seats.join(',')}}`,
  });
  await insert('governance.directive', {
    ...directive,
    id: idOf(DIRECTIVE_OF_POLICE, number),
    text: 'Giữ trật tự phiên giao dịch',
    recipient_seats: '{communePolice}',
  });
  for (const role of NARROW)
    await seedTask(insert, place, { kind: TASK_OF[role], seat: seatAt(role, place) });
  await seedTask(insert, place, { kind: REPORTED, seat: seatAt('groupLeader', place) });
}

async function seedTask(insert: Insert, place: Place, { kind, seat }: { kind: number; seat: string }) {
  const { number, communeId: commune_id } = place;
  const isOfPolice = kind === TASK_OF.communePolice;
  const { fullName, leaderName } = isOfPolice
    ? { fullName: 'phiên', leaderName: 'Công an xã' }
    : marksOf(place);
  const task = { commune_id, task_id: idOf(kind, number), owner_seat: seat };
  await insert('governance.task', {
    commune_id,
    id: task.task_id,
    directive_id: idOf(isOfPolice ? DIRECTIVE_OF_POLICE : DIRECTIVE, number),
    owner_seat: seat,
    owner_name: leaderName,
    person_name: isOfPolice ? null : fullName,
    due_on: '2026-11-30',
    state: kind === REPORTED ? 'reported' : 'given',
    version: 2,
  });
  await insert('governance.task_event', { ...task, version: 1, id: idOf(46, number), kind: 'given' });
  await insert('governance.task_event', {
    ...task,
    version: 2,
    id: idOf(47, number),
    kind: 'reported',
    text: `Đã xem ${fullName}`,
    outcome: 'partly',
  });
  if (!isOfPolice)
    await insert('governance.task_record', {
      ...task,
      version: 2,
      position: 1,
      kind: 'household',
      household_id: idOf(6, number),
      title: `Hộ ${fullName}`,
      said: `1 số liên lạc của ${fullName}`,
    });
  const file_id = idOf(kind + FILE, number);
  await insert('platform.stored_file', {
    commune_id,
    id: file_id,
    stored_as: file_id,
    owner_seat: seat,
    name: `${fullName}.pdf`,
    media_type: 'application/pdf',
    size_bytes: BYTES.length,
    sha256: createHash('sha256').update(BYTES).digest('hex'),
    received_sha256: '',
    scan: 'notScanned',
  });
  await insert('governance.task_evidence', { ...task, file_id, version: 2 });
}

/** Puts the bytes of a place's files where the product looks for them. */
export async function writeTaskFiles(store: FileStore, { communeId, number }: Place): Promise<void> {
  for (const kind of Object.values(TASK_OF))
    await store.write({ communeId, storedAs: idOf(kind + FILE, number) }, BYTES);
}

/** What the fields of tasks mean at a place, for those who read them all. */
export function taskValues({ number }: Place): Readonly<Record<string, unknown>> {
  return { directiveId: idOf(DIRECTIVE, number), taskId: idOf(TASK_OF.groupLeader, number) };
}

/** A narrow office asks for its own task at its own place: the others are not there for it. */
export function ownTask(operation: Operation, asker: Asker, place: Place): Readonly<Record<string, unknown>> {
  const kind = TASK_OF[asker as NarrowOffice];
  if (kind === undefined || place !== OWN_PLACE || !('taskId' in operation.input.shape)) return {};
  const file =
    operation.name === 'governance.readTaskFile' ? { fileId: idOf(kind + FILE, place.number) } : {};
  return { taskId: idOf(kind, place.number), ...file };
}

/** Values of their fields that say nothing about a place. */
export const TASKS_ELSEWHERE: Readonly<Record<string, unknown>> = {
  eventId: idOf(48, 1),
  newTaskId: idOf(49, 1),
  source: 'order',
  spread: 'associations',
  outcome: 'done',
  doneOn: '2026-10-30',
};

/** What single operations of tasks need beyond that. */
export const TASKS_SPECIAL: Readonly<Record<string, (place: Place) => Readonly<Record<string, unknown>>>> = {
  'governance.giveDirective': () => ({ directiveId: idOf(39, 1) }),
  'governance.acceptTask': ({ number }) => ({ taskId: idOf(REPORTED, number), baseVersion: 2 }),
  'governance.returnTask': ({ number }) => ({ taskId: idOf(REPORTED, number), baseVersion: 2 }),
  'governance.handOverTask': () => ({ baseVersion: 2 }),
  'governance.cancelTask': () => ({ baseVersion: 2 }),
  'governance.readTaskFile': ({ number }) => ({ fileId: idOf(TASK_OF.groupLeader + FILE, number) }),
};
