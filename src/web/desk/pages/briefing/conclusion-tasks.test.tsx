import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { NOBODY } from '../../../../modules/governance/domain/seats.ts';
import { isDayTold, isOfNobody, TaskLines, type TasksOfConclusions } from './conclusion-tasks.tsx';

type Task = TasksOfConclusions['tasks'][number];

const TODAY = day('2026-11-03');
const taskOf = (ownerName: string, more: Partial<Task>) =>
  ({
    ...{ taskId: ownerName, text: 'Lập danh sách hộ vắng', dueOn: day('2026-11-07'), lateDays: 0 },
    ...{ state: 'given', reportedOn: null, figures: null, isContradicted: false, isHandedOn: false },
    ...more,
    ownerName,
  }) as unknown as Task;
const wordsOf = (...tasks: Task[]) =>
  renderToStaticMarkup(<TaskLines tasks={tasks} today={TODAY} communeCode="540101" />)
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

test('[GV37] [GV84] a conclusion whose task was handed over says to whom, and how far that one has come', () => {
  const first = taskOf('Trưởng thôn Ngọc Phước 2', { state: 'handedOver' });
  const second = taskOf('Trưởng thôn Ngọc Phước 1', { isHandedOn: true });
  expect(wordsOf(first, second)).toBe(
    'Đã chuyển Trưởng thôn Ngọc Phước 1 Còn 4 ngày Hạn 07/11/2026 , chưa nhận Xem việc',
  );
  expect(wordsOf(taskOf('Trưởng thôn Ngọc Phước 2', { state: 'received' }))).toBe(
    'Còn 4 ngày Hạn 07/11/2026 , đã nhận Xem việc',
  );
});

test('[GV39] who handed it on and reads no other, and whose was taken back, see what became of their own', () => {
  expect(wordsOf(taskOf('Trưởng thôn Ngọc Phước 2', { state: 'handedOver' }))).toContain(
    'Đã chuyển người khác',
  );
  expect(wordsOf(taskOf('Công an xã', { state: 'cancelled' }))).toContain('Đã hủy');
  expect(wordsOf()).toBe('');
});

test('[GV281] the line of a closed briefing says that nobody holds its office as long as the work is to be done', () => {
  const ofNobody = taskOf('Hội Nông dân', { conclusionId: 'a' as Task['conclusionId'], ownerNow: NOBODY });
  const held = { ...ofNobody, ownerNow: 'Nguyễn Thị Hạnh' };
  expect(isOfNobody({ tasks: [ofNobody] }, 'a')).toBe(true);
  expect(isOfNobody({ tasks: [ofNobody] }, 'b')).toBe(false);
  expect(isOfNobody({ tasks: [held] }, 'a')).toBe(false);
  // Handed on, it is the other office that nobody holds.
  expect(isOfNobody({ tasks: [{ ...ofNobody, isHandedOn: true }] }, 'a')).toBe(false);
});

test('the day of a conclusion stands once: with its task where that has the same, in its line else', () => {
  const conclusionId = 'a' as Task['conclusionId'];
  const task = taskOf('Công an xã', { conclusionId });
  expect(isDayTold({ tasks: [task] }, { conclusionId, dueOn: task.dueOn })).toBe(true);
  expect(isDayTold({ tasks: [task] }, { conclusionId, dueOn: day('2026-11-09') })).toBe(false);
  expect(isDayTold({ tasks: [] }, { conclusionId, dueOn: task.dueOn })).toBe(false);
});
