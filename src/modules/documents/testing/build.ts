import { day } from '../../../kernel/dates.ts';
import {
  officialNumber,
  officialPlaceAndDate,
  PAPER_TYPES,
  signingLines,
} from '../domain/official-format.ts';
import type { Paper, Run } from '../domain/paper.ts';

/** The day of the papers that are built. */
export const ON = day('2027-02-05');
const COMMUNE = ['ỦY BAN NHÂN DÂN', 'XÃ BÌNH NGỌC'];

/** A notice of one paragraph; a test names what matters to it. */
export function buildPaper(overrides: Partial<Paper> = {}): Paper {
  return {
    type: 'notice',
    on: ON,
    header: {
      form: null,
      superior: [],
      issuer: COMMUNE,
      number: officialNumber({ number: 5, abbreviation: PAPER_TYPES.notice.abbreviation, issuer: 'UBND' }),
      placeAndDate: officialPlaceAndDate('Bình Ngọc', ON),
    },
    abstract: 'Kết luận giao ban tháng 02/2027',
    addressees: [],
    grounds: [],
    body: [{ block: 'paragraph', text: 'Chủ tịch Ủy ban nhân dân xã thông báo kết luận như sau:' }],
    signatures: [
      {
        lines: signingLines({ onBehalfOf: 'ỦY BAN NHÂN DÂN', office: 'CHỦ TỊCH' }),
        name: 'Lê Minh Toàn',
      },
    ],
    recipients: ['Như thành phần dự họp', 'Lưu: VT'],
    annexes: [],
    isSample: false,
    footNote: null,
    ...overrides,
  };
}

/** `Thời gian: 10 giờ`, the label bold. */
export function labelled(label: string, text: string): Run[] {
  return [{ text: label, bold: true }, { text }];
}
