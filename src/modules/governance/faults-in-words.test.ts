import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Refusal, refusalText, refuse } from '../../kernel/refusal.ts';
import { FILE_REFUSALS } from '../../platform/files/refusals.ts';
import { MAIL_PROBLEMS } from '../../platform/mail/mail.ts';
import { addConclusion } from './contract.ts';
import { GOVERNANCE_REFUSALS } from './refusals.ts';

const TEXTS = { ...GOVERNANCE_REFUSALS, ...FILE_REFUSALS };

/** Bad input and faults of a meeting, as people read them: what is wrong, where, what to do. */
const SENTENCES: readonly (readonly [string, Refusal, string])[] = [
  [
    'an owner who left the office',
    refuse('ownerLeft', { name: 'Trần Thị Mai', title: 'Hội LHPN', holder: 'Lê Thị Hoa' }),
    'Trần Thị Mai không còn đúng với chức vụ Hội LHPN (hiện nay: Lê Thị Hoa). Chọn lại người làm trong danh sách.',
  ],
  [
    'a deadline before the briefing',
    refuse('dueBeforeBriefing', { dueOn: '22/11/2026', heldOn: '23/11/2026' }),
    'Hạn 22/11/2026 trước ngày giao ban 23/11/2026. Chọn ngày từ 23/11/2026 trở đi.',
  ],
  [
    'closing without a conclusion',
    refuse('noConclusion'),
    'Giao ban chưa có kết luận nào. Ghi ít nhất một kết luận, hoặc xác nhận kết thúc không có kết luận.',
  ],
  [
    'the second of two closings',
    refuse('briefingClosed', { heldOn: '23/11/2026', number: '11/2026' }),
    'Giao ban ngày 23/11/2026 đã kết thúc, biên bản số 11/2026 không sửa được nữa. Có gì cần sửa thì ghi văn bản bổ sung, nêu lý do.',
  ],
  [
    'a template with a missing part',
    refuse('templateLacks', { part: 'Nơi nhận', problem: 'thiếu dòng Lưu', rule: 'GV62', more: '' }),
    'Chưa dùng mẫu này được: Nơi nhận thiếu dòng Lưu (quy tắc GV62).',
  ],
  [
    'the 501st conclusion',
    refuse('tooManyLines', { most: 500, what: 'kết luận' }),
    'Một buổi giao ban ghi được nhiều nhất 500 kết luận. Gộp các dòng giống nhau, hoặc bỏ dòng không dùng rồi ghi tiếp.',
  ],
  [
    'a photo bomb',
    refuse('imageTooLarge', { file: 'anh.png' }),
    'Ảnh anh.png có quá nhiều điểm ảnh (nhiều nhất 50 triệu). Chụp lại với cỡ nhỏ hơn rồi gửi lại.',
  ],
  [
    'a file with a false extension',
    refuse('fileNameFalse', { file: 'anh.jpg', ending: 'jpg', kind: 'PDF' }),
    'Tệp anh.jpg mang đuôi .jpg nhưng nội dung là PDF. Kiểm tra lại tệp, đổi đúng đuôi rồi gửi lại.',
  ],
];

describe('bad input and faults are told in Vietnamese', () => {
  it.each(SENTENCES)('%s', (_, refusal, sentence) => {
    expect(refusalText(TEXTS, refusal)).toBe(sentence);
  });

  it('a mail server that is down stands beside the invitation that waits', () => {
    expect(MAIL_PROBLEMS.serverUnreachable).toBe('chưa kết nối được máy chủ thư');
  });

  const said = (operation: { readonly input: z.ZodType }, typed: object, field: string) =>
    z
      .safeDecode(operation.input, typed as never)
      .error?.issues.filter(({ path }) => path[0] === field)
      .map(({ message }) => message);

  it('30/02 and letters that nobody sees; a letter of four bytes is none of them', () => {
    expect(said(addConclusion, { dueOn: '2026-02-30' }, 'dueOn')).toEqual([
      'Ngày này không có trong lịch. Sửa lại số ngày hoặc số tháng.',
    ]);
    expect(said(addConclusion, { dueOn: '30/11/2026' }, 'dueOn')).toEqual([
      'Ngày phải có dạng năm-tháng-ngày, ví dụ 2026-10-31.',
    ]);
    expect(said(addConclusion, { text: '\u202e\u0007\u200f' }, 'text')).toEqual(['Không được để trống.']);
    expect(said(addConclusion, { text: 'Mời \u202ehộ 𠀀\u0007' }, 'text')).toEqual([]);
  });
});
