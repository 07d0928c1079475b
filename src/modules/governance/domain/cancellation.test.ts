import { expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { cancellationText } from './cancellation.ts';

it('[GV111] the mail names the day and the place of the invitation, and no hour: while none was planned that was the session’s', () => {
  const invited = { heldOn: day('2026-11-23'), hour: '07:30', place: 'Nhà văn hóa xã' };
  const about = { communeName: 'Xã Bình Ngọc', pointName: 'Bình Ngọc', reason: 'Bão số 12' };
  const text = cancellationText(
    { ...invited, ...about },
    { fullName: 'Trần Thị Mai', capacity: 'Hội Liên hiệp Phụ nữ' },
  );
  expect(text).toContain('Thời gian đã mời: Thứ Hai 23/11/2026\nĐịa điểm: Nhà văn hóa xã\nLý do: Bão số 12');
  expect(text).not.toContain('07:30');
});

it('[GV108] the mail says the reason without phones', () => {
  const about = { communeName: 'Xã Bình Ngọc', pointName: 'Bình Ngọc', reason: 'Bão, hỏi 0912 345 678' };
  const text = cancellationText(
    { heldOn: day('2026-11-23'), place: null, ...about },
    { fullName: 'Trần Thị Mai', capacity: 'Hội Liên hiệp Phụ nữ' },
  );
  expect(text).toContain('Lý do: Bão, hỏi …\n');
});
