import { officialNumber, officialPlaceAndDate, signingLines } from '../domain/official-format.ts';
import type { Paper } from '../domain/paper.ts';
import { buildPaper, labelled, ON } from './build.ts';

/** The invitation to a briefing. */
export function buildInvitation(): Paper {
  return buildPaper({
    type: 'invitation',
    header: {
      form: null,
      superior: ['NGÂN HÀNG CHÍNH SÁCH XÃ HỘI'],
      issuer: ['PHÒNG GIAO DỊCH TUY HÒA'],
      number: officialNumber({ number: 5, abbreviation: 'GM', issuer: 'NHCS' }),
      placeAndDate: officialPlaceAndDate('Bình Ngọc', ON),
    },
    abstract: 'Giao ban tháng 02 năm 2027 tại xã Bình Ngọc',
    addressees: ['Ông Đỗ Hữu Sơn, Tổ trưởng Tổ tiết kiệm và vay vốn, thôn Ngọc Lãng'],
    body: [
      {
        block: 'paragraph',
        text: 'Phòng giao dịch Tuy Hòa trân trọng kính mời Ông dự giao ban tháng 02 năm 2027 tại Điểm giao dịch xã Bình Ngọc.',
      },
      {
        block: 'paragraph',
        text: labelled(
          '1. Thời gian: ',
          '10 giờ 30 phút, ngày 23 tháng 02 năm 2027 (Thứ Ba), ngay sau phiên giao dịch xã.',
        ),
      },
      {
        block: 'paragraph',
        text: labelled('2. Địa điểm: ', 'Hội trường Ủy ban nhân dân xã Bình Ngọc.'),
      },
      {
        block: 'paragraph',
        text: labelled('3. Chủ trì: ', 'Bà Võ Thanh Hà, Tổ trưởng Tổ giao dịch xã.'),
      },
      { block: 'paragraph', text: [{ text: '4. Nội dung:', bold: true }] },
      {
        block: 'bullets',
        points: [
          'Việc thực hiện kết luận giao ban ngày 23/01/2027;',
          'Số liệu theo hội, theo tổ đến ngày 31/01/2027; nợ đến hạn từ nay đến phiên 23/3/2027;',
          'Khó khăn, vướng mắc và chính sách, chỉ tiêu mới;',
          'Kết luận, giao việc.',
        ],
      },
      {
        block: 'paragraph',
        text: labelled('5. Tài liệu mang theo: ', 'Bảng kê 13/TD có chữ ký tổ viên, sổ ghi chép của tổ.'),
      },
      {
        block: 'paragraph',
        text: 'Nếu không dự được, đề nghị Ông báo trước cho Tổ giao dịch xã và cử tổ phó dự thay./.',
      },
    ],
    signatures: [
      {
        lines: signingLines({ insteadOf: { how: 'KT', office: 'GIÁM ĐỐC' }, office: 'PHÓ GIÁM ĐỐC' }),
        name: 'Nguyễn Thị Thu Hằng',
      },
    ],
    recipients: ['Như trên', 'Chủ tịch UBND xã (để phối hợp)', 'Lưu: VT, KHNV'],
  });
}
