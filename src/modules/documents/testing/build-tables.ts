import type { PaperTable } from '../domain/paper.ts';

const HAMLETS = ['Ngọc Lãng', 'Ngọc Phước 1', 'Ngọc Phước 2', 'Phú Hiệp', 'Đông Hòa'];
const LEADERS = [
  'Dương Hữu Quang',
  'Lý Đức Trung',
  'Đỗ Hữu Sơn',
  'Lê Mỹ Cúc',
  'Võ Mỹ Phượng',
  'Nguyễn Thị Hoàng Oanh',
  'Hồ Kim Loan',
  'Đặng Ngọc Hạnh',
];

/** A table of that many groups, with a head of two rows and a total, as minutes and reports carry it. */
export function buildGroupTable(count: number): PaperTable {
  const rows = Array.from({ length: count }, (_, i) => [
    String(i + 1),
    `${LEADERS[i % LEADERS.length]}`,
    `${HAMLETS[i % HAMLETS.length]}`,
    String(38 + (i % 20)),
    `${(1500 + ((i * 37) % 900)).toLocaleString('vi-VN')}`,
    i % 7 === 0 ? '100' : '0',
    `${8 + (i % 40)},${i % 10}`,
    i % 5 === 0 ? `${20 + (i % 9)}/${30 + (i % 9)} hộ` : 'Đủ',
  ]);
  return {
    block: 'table',
    unit: 'Đơn vị: triệu đồng',
    columns: [
      { share: 6, align: 'center' },
      { share: 24, align: 'left' },
      { share: 17, align: 'left' },
      { share: 9, align: 'right' },
      { share: 11, align: 'right' },
      { share: 12, align: 'right' },
      { share: 11, align: 'right' },
      { share: 13, align: 'left' },
    ],
    head: [
      [
        { text: 'TT', rows: 2 },
        { text: 'Tổ trưởng', rows: 2 },
        { text: 'Thôn', rows: 2 },
        { text: 'Số hộ', rows: 2 },
        { text: 'Số liệu ngày 31/01/2027', columns: 3 },
        { text: 'Nộp lãi', rows: 2 },
      ],
      ['Dư nợ', 'Quá hạn', 'Lãi tồn'],
    ],
    rows,
    total: [{ text: 'Toàn xã', columns: 3, align: 'left' }, '2.410', '18.819', '200', '208,4', ''],
  };
}

/** Tasks and what came of them, for pages turned sideways. */
export function buildTaskTable(): PaperTable {
  return {
    block: 'table',
    columns: [
      { share: 4, align: 'center' },
      { share: 30, align: 'left' },
      { share: 20, align: 'left' },
      { share: 10, align: 'center' },
      { share: 12, align: 'left' },
      { share: 24, align: 'left' },
    ],
    head: [['TT', 'Nội dung', 'Người thực hiện', 'Thời hạn', 'Kết quả', 'Số liệu của hệ thống']],
    rows: [
      [
        '1',
        'Kiểm tra 06/TD 5 món tháng 01',
        'Hội Liên hiệp Phụ nữ',
        '20/02/2027',
        'Trễ 3 ngày',
        'Kiểm tra 06/TD: 3/5',
      ],
      [
        '2',
        'Danh sách hộ đi làm ăn xa',
        'Trưởng thôn Ngọc Lãng',
        '15/02/2027',
        'Trễ 8 ngày',
        'Chưa có danh sách',
      ],
      ['3', 'Báo nợ đến hạn cho 10 tổ', 'Võ Thanh Hà', '20/02/2027', 'Xong 20/02', '10/10 tổ đã nhận'],
      [
        '4',
        'Mời làm việc lần 2 hộ Hồ Văn Hải',
        'Chủ tịch UBND xã',
        '12/02/2027',
        'Xong 12/02',
        'Hộ đã trả 2.000.000 đ ngày 14/02/2027',
      ],
    ],
  };
}
