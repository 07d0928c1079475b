import { type BusinessDate, day } from '../../../../kernel/dates.ts';
import type { PaperKind } from './paper-kinds.ts';
import type { PaperTemplate, TemplateSignature } from './template.ts';

/** A template of the product, in force from a day until the next of its kind. */
export type StandardTemplate = {
  readonly validFrom: BusinessDate;
  /** Where its wording comes from; what is unsure says so. */
  readonly document: string;
  readonly template: PaperTemplate;
};

const ALWAYS = day('2000-01-01');
/** Two tiers of local government instead of three: the district's committee is gone. */
const TWO_TIERS = day('2025-07-01');
/** The first day on which committees of communes are known to work everywhere; the day they began is unsure. */
const COMMUNE_COMMITTEES = day('2026-06-01');

const PRACTICE = 'Nghị định 30/2020/NĐ-CP, phụ lục I; nếp làm của phiên giao dịch xã';

const DIRECTOR: TemplateSignature = party({ office: 'GIÁM ĐỐC', signer: 'officeDirector' });
const COMMUNE_CHAIR: TemplateSignature = party({
  onBehalfOf: 'ỦY BAN NHÂN DÂN',
  office: 'CHỦ TỊCH',
  signer: 'communeChair',
});
const BY_HAND = 'Ký, ghi rõ họ tên';

const OF_OFFICE = {
  form: null,
  superior: ['NGÂN HÀNG CHÍNH SÁCH XÃ HỘI'],
  issuer: ['{ĐƠN VỊ}'],
  issuerAbbreviation: 'NHCS',
  place: '{nơi đơn vị}',
  addressees: [],
  toBring: [],
} as const;

const OF_COMMUNE = {
  form: null,
  superior: [],
  issuer: ['ỦY BAN NHÂN DÂN', '{XÃ}'],
  issuerAbbreviation: 'UBND',
  place: '{tên xã}',
  addressees: [],
  toBring: [],
} as const;

const INVITATION: PaperTemplate = mutable({
  ...OF_OFFICE,
  typeAbbreviation: 'GM',
  opening: '{Đơn vị} trân trọng kính mời dự giao ban {tháng} tại điểm giao dịch {điểm}, {xã}.',
  closing: 'Nếu không dự được, đề nghị báo trước cho Tổ giao dịch xã và cử người dự thay.',
  toBring: ['Bảng kê 13/TD có chữ ký tổ viên', 'Sổ ghi chép của hội, của tổ'],
  signatures: [DIRECTOR],
  recipients: ['Như trên', 'Ủy ban nhân dân {xã} (để phối hợp)', 'Lưu: VT'],
});

const MINUTES: PaperTemplate = mutable({
  ...OF_OFFICE,
  typeAbbreviation: 'BB',
  place: null,
  opening: 'Tổ giao dịch xã tổ chức giao ban {tháng} với các thành phần sau đây.',
  closing: 'Biên bản đã đọc lại cho mọi người cùng nghe và thống nhất ký tên dưới đây.',
  signatures: [
    party({ office: 'ĐẠI DIỆN\nHỘI, ĐOÀN THỂ', hint: BY_HAND, signer: 'associations' }),
    party({ office: 'ĐẠI DIỆN\nUBND {XÃ}', hint: BY_HAND, signer: 'communeChair' }),
    party({ office: 'THƯ KÝ', hint: BY_HAND, signer: 'secretary' }),
    party({ office: 'CHỦ TRÌ', hint: BY_HAND, signer: 'chair' }),
  ],
  recipients: ['Như thành phần dự họp', 'Lưu: VT'],
});

const CONCLUSIONS: PaperTemplate = mutable({
  ...OF_OFFICE,
  typeAbbreviation: 'TB',
  opening:
    'Sau khi nghe báo cáo và ý kiến của các thành phần dự họp, giao ban {tháng} tại {nơi giao ban} kết luận như sau:',
  closing:
    'Yêu cầu các đơn vị và cá nhân có tên tổ chức thực hiện, báo cáo kết quả tại buổi giao ban kế tiếp.',
  signatures: [DIRECTOR],
  recipients: ['Như thành phần dự họp', 'Ủy ban nhân dân {xã} (để chỉ đạo)', 'Lưu: VT'],
});

const ASSIGNMENT: PaperTemplate = mutable({
  ...OF_COMMUNE,
  typeAbbreviation: 'PGV',
  opening: 'Thực hiện kết luận giao ban {ngày}, Ủy ban nhân dân {xã} giao các việc sau đây.',
  closing: 'Khi xong, người nhận việc báo cáo bằng văn bản hoặc trên hệ thống, kèm ảnh hoặc tệp chứng minh.',
  signatures: [party({ office: 'NGƯỜI NHẬN VIỆC', hint: BY_HAND, signer: 'owner' }), COMMUNE_CHAIR],
  recipients: ['Như trên', '{Đơn vị} (để phối hợp)', 'Lưu: VT'],
});

const RESULTS: PaperTemplate = mutable({
  ...OF_COMMUNE,
  typeAbbreviation: 'BC',
  addressees: ['{Đơn vị} Ngân hàng Chính sách xã hội'],
  opening: 'Thực hiện kết luận của buổi giao ban kỳ trước, Ủy ban nhân dân {xã} báo cáo kết quả như sau:',
  closing: '',
  signatures: [COMMUNE_CHAIR],
  recipients: ['Như trên', 'Các thành phần dự giao ban', 'Lưu: VT'],
});

const toCommittee = (level: string): PaperTemplate => ({
  ...RESULTS,
  addressees: [`Ban đại diện Hội đồng quản trị Ngân hàng Chính sách xã hội ${level}`],
});

/** The templates of the product by kind, oldest first [GV61]. An office writes its own over them. */
export const STANDARD_TEMPLATES: Readonly<
  Record<PaperKind, readonly [StandardTemplate, ...StandardTemplate[]]>
> = {
  invitation: [{ validFrom: ALWAYS, document: PRACTICE, template: INVITATION }],
  minutes: [{ validFrom: ALWAYS, document: PRACTICE, template: MINUTES }],
  conclusions: [
    {
      validFrom: ALWAYS,
      document: `${PRACTICE}; thông báo kết luận mang tên phòng giao dịch`,
      template: CONCLUSIONS,
    },
  ],
  assignment: [
    {
      validFrom: ALWAYS,
      document: `${PRACTICE}; chữ viết tắt PGV chưa chắc dùng chung`,
      template: ASSIGNMENT,
    },
  ],
  results: [
    {
      validFrom: ALWAYS,
      document: 'Ban đại diện có ở cấp tỉnh và cấp huyện đến 30/06/2025',
      template: toCommittee('cấp huyện'),
    },
    {
      validFrom: TWO_TIERS,
      document: 'Không còn cấp huyện từ 01/07/2025; Ban đại diện chỉ có ở cấp tỉnh',
      template: RESULTS,
    },
    {
      validFrom: COMMUNE_COMMITTEES,
      document: 'Ban đại diện cấp xã, 2026; ngày bắt đầu ở từng nơi chưa chắc',
      template: toCommittee('{xã}'),
    },
  ],
};

/** The template of the product that is in force on a day [GV61]. */
export function standardTemplate(kind: PaperKind, on: BusinessDate): StandardTemplate {
  const [first, ...later] = STANDARD_TEMPLATES[kind];
  return later.findLast(({ validFrom }) => validFrom <= on) ?? first;
}

function party(given: Pick<TemplateSignature, 'office' | 'signer'> & Partial<TemplateSignature>) {
  return { onBehalfOf: null, insteadOf: null, hint: null, name: null, ...given };
}

/** The shape's arrays are not readonly; what stands here is never written to. */
function mutable(
  template: { readonly [K in keyof PaperTemplate]: Readonly<PaperTemplate[K]> },
): PaperTemplate {
  return template as PaperTemplate;
}
