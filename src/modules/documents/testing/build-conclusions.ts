import type { Paper } from '../domain/paper.ts';
import { buildPaper } from './build.ts';

/** The notice of what a briefing concluded. */
export function buildConclusions(): Paper {
  return buildPaper({
    abstract:
      'Kết luận của Chủ tịch Ủy ban nhân dân xã tại giao ban tháng 02 năm 2027 về hoạt động tín dụng chính sách xã hội',
    body: [
      {
        block: 'paragraph',
        text: 'Ngày 23 tháng 02 năm 2027, tại Hội trường Ủy ban nhân dân xã, Tổ giao dịch xã đã tổ chức giao ban. Sau khi nghe báo cáo và ý kiến của các thành phần dự họp, Chủ tịch Ủy ban nhân dân xã kết luận như sau:',
      },
      { block: 'heading', level: 2, text: 'Kết quả' },
      { block: 'paragraph', text: 'Tháng 01 không có món chuyển quá hạn. Lãi tồn toàn xã 208,4 triệu đồng.' },
      { block: 'heading', level: 2, text: 'Việc giao' },
      {
        block: 'table',
        columns: [
          { share: 6, align: 'center' },
          { share: 46, align: 'left' },
          { share: 30, align: 'left' },
          { share: 18, align: 'center' },
        ],
        head: [['TT', 'Nội dung', 'Người thực hiện', 'Thời hạn']],
        rows: [
          ['1', 'Kiểm tra xong 06/TD 2 món còn lại', 'Trần Thị Hạnh, Hội Liên hiệp Phụ nữ', '27/02/2027'],
          ['2', 'Mời hộ ông Hồ Văn Hải làm việc lần 3', 'Lê Minh Toàn, Chủ tịch UBND xã', '26/02/2027'],
          ['3', 'Xác minh nơi ở hộ bà Đỗ Thanh Mai', 'Trần Công Tuấn, Công an xã', '30/3/2027'],
          ['4', 'Nộp danh sách hộ đi làm ăn xa', 'Bùi Văn Tài, Trưởng thôn Ngọc Lãng', '30/3/2027'],
        ],
      },
      {
        block: 'paragraph',
        text: 'Yêu cầu các cơ quan, đơn vị và cá nhân có tên tổ chức thực hiện, báo cáo kết quả tại giao ban ngày 23 tháng 3 năm 2027./.',
      },
    ],
    recipients: [
      'Như thành phần dự họp',
      'Phòng giao dịch NHCSXH (để phối hợp)',
      'Chủ tịch, các Phó Chủ tịch UBND xã',
      'Lưu: VT',
    ],
    isSample: true,
  });
}
