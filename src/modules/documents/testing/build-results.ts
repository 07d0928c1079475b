import { officialNumber, officialSymbol } from '../domain/official-format.ts';
import type { Paper } from '../domain/paper.ts';
import { buildPaper } from './build.ts';
import { buildGroupTable, buildTaskTable } from './build-tables.ts';

/** The report on what came of the tasks, with a wide table and an annex. */
export function buildResults(groups = 12): Paper {
  const minutes = officialSymbol({ number: 12, abbreviation: 'BB', issuer: 'NHCS' });
  return buildPaper({
    type: 'report',
    header: {
      ...buildPaper().header,
      number: officialNumber({ number: 31, abbreviation: 'BC', issuer: 'UBND' }),
    },
    abstract: 'Kết quả thực hiện kết luận giao ban tháng 02 năm 2027',
    addressees: ['Ban đại diện Hội đồng quản trị Ngân hàng Chính sách xã hội xã'],
    grounds: [],
    body: [
      {
        block: 'paragraph',
        text: 'Thực hiện kết luận giao ban tháng 02 năm 2027, Ủy ban nhân dân xã Bình Ngọc báo cáo kết quả như sau:',
      },
      { block: 'heading', level: 1, text: 'KẾT QUẢ CHUNG' },
      { block: 'paragraph', text: 'Giao 6 việc; xong 4 việc, đạt 66,7%; trễ hạn 2 việc.' },
      { block: 'heading', level: 1, text: 'CHI TIẾT TỪNG VIỆC' },
      { block: 'paragraph', text: 'Kết quả từng việc, bên cạnh số liệu của hệ thống, ở bảng sau.' },
      {
        block: 'landscape',
        blocks: [
          { block: 'paragraph', text: 'Bảng kết quả theo từng việc', align: 'center' },
          buildTaskTable(),
        ],
      },
      { block: 'heading', level: 1, text: 'KIẾN NGHỊ' },
      {
        block: 'paragraph',
        text: 'Đề nghị Ban đại diện bổ sung chỉ tiêu nước sạch cho 4 tổ viên đã được bình xét./.',
      },
    ],
    annexes: [
      {
        title: 'Số liệu theo tổ tiết kiệm và vay vốn',
        belongsTo: `Kèm theo Biên bản số ${minutes} ngày 23 tháng 02 năm 2027 của Phòng giao dịch Tuy Hòa`,
        isLandscape: false,
        blocks: [buildGroupTable(groups)],
      },
    ],
  });
}
