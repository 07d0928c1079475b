import { officialNumber, signingLines } from '../domain/official-format.ts';
import type { Paper } from '../domain/paper.ts';
import { buildPaper, labelled } from './build.ts';

/** One task as it is handed to whom it is given. */
export function buildAssignment(): Paper {
  return buildPaper({
    type: 'assignment',
    header: {
      ...buildPaper().header,
      number: officialNumber({ number: 8, abbreviation: 'PGV', issuer: 'UBND' }),
    },
    abstract: 'Kiểm tra việc sử dụng vốn vay',
    addressees: ['Hội Liên hiệp Phụ nữ xã', 'Bà Trần Thị Hạnh, Chủ tịch Hội'],
    grounds: [
      'Căn cứ Thông báo số 05/TB-UBND ngày 23 tháng 02 năm 2027 về kết luận giao ban tháng 02 năm 2027;',
    ],
    body: [
      {
        block: 'paragraph',
        text: labelled('Nội dung: ', 'Kiểm tra xong 06/TD hai món vay còn lại của tháng 01.'),
      },
      {
        block: 'paragraph',
        text: labelled('Thời hạn: ', 'ngày 27 tháng 02 năm 2027.'),
      },
      {
        block: 'paragraph',
        text: labelled(
          'Kết quả phải đạt: ',
          '2/2 phiếu kiểm tra có chữ ký của hộ vay, nộp tại phiên giao dịch kế tiếp.',
        ),
      },
      {
        block: 'paragraph',
        text: 'Khi xong, người được giao báo cáo bằng văn bản hoặc trên hệ thống, kèm ảnh hoặc tệp chứng minh./.',
      },
    ],
    signatures: [
      { lines: ['NGƯỜI NHẬN VIỆC'], hint: 'Ký, ghi rõ họ tên', name: 'Trần Thị Hạnh' },
      { lines: signingLines({ office: 'CHỦ TỊCH' }), name: 'Lê Minh Toàn' },
    ],
    recipients: ['Như trên', 'Lưu: VT'],
  });
}
