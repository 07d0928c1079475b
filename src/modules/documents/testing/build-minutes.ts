import { officialNumber } from '../domain/official-format.ts';
import type { Paper, PaperBlock } from '../domain/paper.ts';
import { buildPaper, labelled } from './build.ts';
import { buildGroupTable } from './build-tables.ts';

const ATTENDANCE: readonly PaperBlock[] = [
  { block: 'heading', level: 1, text: 'THÀNH PHẦN' },
  {
    block: 'points',
    labels: 'numbers',
    points: [
      labelled('Chủ trì: ', 'Bà Võ Thanh Hà, Tổ trưởng Tổ giao dịch xã.'),
      labelled('Thư ký: ', 'Ông Trần Công Tuấn, cán bộ Phòng giao dịch.'),
      labelled(
        'Tham dự: ',
        'Chủ tịch Ủy ban nhân dân xã; Trưởng Công an xã; đại diện 4 hội, đoàn thể nhận ủy thác; 58/60 tổ trưởng, 1 tổ phó dự thay; 2/3 trưởng thôn.',
      ),
      labelled('Vắng: ', 'Ông Bùi Văn Tài, Trưởng thôn Ngọc Lãng (có lý do).'),
    ],
  },
];

const CONCLUSIONS: readonly PaperBlock[] = [
  { block: 'heading', level: 1, text: 'KẾT LUẬN' },
  {
    block: 'points',
    labels: 'numbers',
    points: [
      'Hội Liên hiệp Phụ nữ kiểm tra xong 06/TD hai món còn lại trước ngày 27/02/2027.',
      'Chủ tịch Ủy ban nhân dân xã mời hộ ông Hồ Văn Hải làm việc lần 3 trước ngày 26/02/2027.',
      'Công an xã xác minh nơi ở hộ bà Đỗ Thanh Mai trước ngày 30/3/2027.',
    ],
  },
];

/** The minutes of a briefing with a table of that many groups. */
export function buildMinutes(groups = 60): Paper {
  return buildPaper({
    type: 'minutes',
    header: {
      form: 'Mẫu số 01/BBGB',
      superior: ['NGÂN HÀNG CHÍNH SÁCH XÃ HỘI'],
      issuer: ['PHÒNG GIAO DỊCH TUY HÒA'],
      number: officialNumber({ number: 12, abbreviation: 'BB', issuer: 'NHCS' }),
      placeAndDate: null,
    },
    abstract: 'Giao ban tháng 02 năm 2027 tại xã Bình Ngọc',
    body: [
      {
        block: 'paragraph',
        text: 'Hôm nay, hồi 10 giờ 30 phút ngày 23 tháng 02 năm 2027, tại Hội trường Ủy ban nhân dân xã Bình Ngọc, Tổ giao dịch xã tổ chức giao ban.',
      },
      ...ATTENDANCE,
      { block: 'heading', level: 1, text: 'NỘI DUNG' },
      { block: 'heading', level: 2, text: 'Số liệu theo tổ tiết kiệm và vay vốn' },
      {
        block: 'paragraph',
        text: 'Tỷ lệ nợ quá hạn và nợ khoanh giảm từ 1,62% còn 1,59%. Lãi tồn Hội Liên hiệp Phụ nữ tăng 6,1 triệu đồng, nhiều nhất ở tổ bà Đặng Ngọc Hạnh.',
      },
      buildGroupTable(groups),
      { block: 'heading', level: 2, text: 'Khó khăn nêu ra' },
      {
        block: 'points',
        labels: 'letters',
        points: [
          'Không gặp được hộ ông Đỗ Công Quang, 13 triệu đồng đến hạn hôm nay (ông Đỗ Hữu Sơn nêu). Chủ tịch Ủy ban nhân dân xã tìm được số điện thoại hồi 10 giờ 56 phút.',
          'Hộ bà Đỗ Thanh Mai đổi chỗ ở, chưa có số điện thoại (ông Lý Đức Trung nêu). Công an xã trả lời trước ngày 30/3/2027.',
        ],
      },
      ...CONCLUSIONS,
      {
        block: 'paragraph',
        text: 'Buổi giao ban kết thúc hồi 11 giờ 20 phút cùng ngày. Biên bản được lập thành 03 bản có giá trị như nhau, đã đọc lại cho mọi người cùng nghe và thống nhất ký tên dưới đây./.',
      },
    ],
    signatures: [
      { lines: ['THƯ KÝ'], hint: 'Ký, ghi rõ họ tên', name: 'Trần Công Tuấn' },
      { lines: ['ĐẠI DIỆN', 'HỘI, ĐOÀN THỂ'], hint: 'Ký, ghi rõ họ tên', name: 'Trần Thị Hạnh' },
      { lines: ['CHỦ TRÌ'], hint: 'Ký, ghi rõ họ tên', name: 'Võ Thanh Hà' },
    ],
    recipients: ['Như thành phần dự họp', 'Lưu: VT, KHNV'],
    footNote: 'Đầu chuỗi nhật ký: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  });
}
