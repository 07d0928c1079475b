import { day } from '../../../kernel/dates.ts';
import type { Paper } from '../../documents/index.ts';
import type { ReplacedInvitation } from '../domain/replaced-invitation.ts';
import { writePapers } from '../papers/write-papers.ts';
import { buildSources } from './build-sources.ts';

/** The letter of somebody who was told that a meeting is not held which is, on another day, at another hour and place. */
export function letterOfMoved(): Paper {
  const { briefing, attendees, agenda } = buildSources();
  const place = 'Hội trường Ủy ban nhân dân xã Bình Ngọc';
  const bring = 'Bảng kê 13/TD có chữ ký tổ viên\nSổ ghi chép của hội, của tổ\nDanh sách hộ';
  const [, asked] = attendees;
  if (asked === undefined || agenda.length === 0) throw new Error('the sample asks nobody, or about nothing');
  const titles = ['Điểm danh', 'Kết luận kỳ trước', 'Số liệu theo hội, tổ', 'Đến hạn, quá hạn'];
  const lines = [...titles, 'Khó khăn nêu ra', 'Chính sách, vốn mới', 'Kết luận, giao việc'];
  const replaced: ReplacedInvitation = {
    ...{ heldOn: day('2027-02-01'), hour: '07:30', hourOf: 'session', bring: '' },
    ...{ place: 'Nhà văn hóa thôn Ngọc Lãng, xã Bình Ngọc', how: 'handed', on: day('2027-01-30') },
    calledOff: { how: 'sent', on: day('2027-01-31') },
  };
  const sources = buildSources({
    briefing: { ...briefing, place, bring, meetsAt: '10:40' },
    agenda: agenda.slice(0, 1).flatMap((item) => lines.map((title) => ({ ...item, title, minutes: 8 }))),
    attendees: [
      { ...asked, fullName: 'Nguyễn Thị Hoàng Oanh', capacity: 'Tổ trưởng Tổ tiết kiệm và vay vốn 0026012' },
    ],
    replaced: new Map([[asked.id, replaced]]),
  });
  const [letter] = writePapers(sources, 'invitation', 'each');
  if (letter === undefined) throw new Error('nobody is invited');
  return letter;
}
