import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { TaskLines, type TasksOfConclusions } from './conclusion-tasks.tsx';

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
