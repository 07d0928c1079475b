import { z } from 'zod';
import type { PaperKind } from './paper-kinds.ts';
import { loneBrace, unknownPlaceholders } from './placeholders.ts';

/** Whose name stands below a signature; the person is found on the paper's day. `nobody`: written by hand. */
export const SIGNERS = {
  officeDirector: 'Giám đốc phòng giao dịch',
  communeChair: 'Chủ tịch UBND xã',
  chair: 'người chủ trì giao ban',
  secretary: 'người ghi biên bản',
  associations: 'đại diện hội, đoàn thể',
  owner: 'người nhận việc',
  nobody: 'để trống, ghi tay',
} as const;

/** One of {@link SIGNERS}. */
export type Signer = keyof typeof SIGNERS;

/** How a signatory stands in for another office. */
export const STANDING_IN = ['KT', 'TL', 'TUQ'] as const;

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, { error: `Tối đa ${longest} ký tự mỗi dòng.` });
const lines = (most: number) =>
  z
    .array(text(300).min(1, { error: 'Bỏ các dòng trống.' }))
    .max(most, { error: `Tối đa ${most} dòng trong một ô.` });

/** A party that signs: `TM. ỦY BAN NHÂN DÂN` / `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH`, and whose name stands below. */
export const templateSignature = z.object({
  onBehalfOf: text(120).nullable(),
  insteadOf: z.object({ how: z.enum(STANDING_IN), office: text(120) }).nullable(),
  /** A line break parts what stands in two lines: `ĐẠI DIỆN` / `HỘI, ĐOÀN THỂ`. */
  office: text(120),
  hint: text(60).nullable(),
  signer: z.enum(Object.keys(SIGNERS) as [Signer, ...Signer[]]),
  /** A name of its own, in place of whoever holds the office. */
  name: text(100).nullable(),
});

/** What an office keeps of a paper: all that differs from office to office [GV61]. */
export const paperTemplate = z.object({
  /** `Mẫu số 01/BBGB`, above everything; null for papers that are no form of the bank. */
  form: text(60).nullable(),
  superior: lines(3),
  issuer: lines(3),
  /** `GM`. */
  typeAbbreviation: text(12),
  /** `NHCS`, `UBND`. */
  issuerAbbreviation: text(24),
  /** Before the day: `{tên xã}`; null for papers that tell place and day in their text, as minutes. */
  place: text(60).nullable(),
  addressees: lines(10),
  opening: text(1500),
  closing: text(1500),
  /** Of an invitation: what to bring. */
  toBring: lines(20),
  signatures: z.array(templateSignature).max(4, { error: 'Nhiều nhất bốn bên ký.' }),
  recipients: lines(20),
});

/** See {@link paperTemplate}. */
export type PaperTemplate = z.output<typeof paperTemplate>;

/** See {@link templateSignature}. */
export type TemplateSignature = z.output<typeof templateSignature>;

/** What a template lacks or has wrong: the field on the screen and what to do about it. */
export type TemplateFault = { readonly part: string; readonly problem: string; readonly rule: string };

type Check = {
  readonly part: string;
  readonly rule: string;
  readonly problem: string;
  readonly isMet: (template: PaperTemplate, kind: PaperKind) => boolean;
};

/** Parts that a paper cannot do without, each with the rule that asks for it [GV62]. */
const CHECKS: readonly Check[] = [
  {
    part: 'Cơ quan ban hành',
    rule: 'DO5',
    problem: 'còn trống. Ghi tên cơ quan ban hành, mỗi dòng một phần tên',
    isMet: ({ issuer }) => issuer.length > 0,
  },
  {
    part: 'Chữ viết tắt loại văn bản',
    rule: 'DO3',
    problem: 'còn trống hoặc có dấu cách, dấu gạch. Ghi như GM, BB, TB',
    isMet: ({ typeAbbreviation }) => /^[\p{L}]+$/u.test(typeAbbreviation),
  },
  {
    part: 'Chữ viết tắt cơ quan',
    rule: 'DO1',
    problem: 'còn trống hoặc có dấu cách. Ghi như NHCS, UBND, UBND-VP',
    isMet: ({ issuerAbbreviation }) => /^[\p{L}\d]+(-[\p{L}\d]+)*$/u.test(issuerAbbreviation),
  },
  {
    part: 'Địa danh',
    rule: 'DO2',
    problem: 'còn trống. Chỉ biên bản mới ghi nơi và ngày trong lời văn',
    isMet: ({ place }, kind) => kind === 'minutes' || (place !== null && place !== ''),
  },
  {
    part: 'Kính gửi',
    rule: 'GV62',
    problem: 'còn trống. Báo cáo phải có nơi gửi',
    isMet: ({ addressees }, kind) => kind !== 'results' || addressees.length > 0,
  },
  {
    part: 'Lời mở đầu',
    rule: 'GV62',
    problem: 'còn trống',
    isMet: ({ opening }) => opening !== '',
  },
  {
    part: 'Bên ký',
    rule: 'DO8',
    problem: 'chưa có. Ghi ít nhất một người ký',
    isMet: ({ signatures }) => signatures.length > 0,
  },
  {
    part: 'Bên ký',
    rule: 'DO8',
    problem: 'có bên chưa ghi chức vụ, hoặc ký thay mà chưa ghi ký thay ai',
    isMet: ({ signatures }) =>
      signatures.every(({ office, insteadOf }) => office !== '' && insteadOf?.office !== ''),
  },
  {
    part: 'Bên ký',
    rule: 'GV62',
    problem: 'chưa có người chủ trì. Biên bản giao ban phải có chữ ký của người chủ trì',
    isMet: ({ signatures }, kind) =>
      kind !== 'minutes' || signatures.some(({ signer }) => signer === 'chair'),
  },
  {
    part: 'Nơi nhận',
    rule: 'DO9',
    problem: 'thiếu dòng “Lưu: …”. Ghi nơi lưu ở dòng cuối',
    isMet: ({ recipients }) => /^lưu\s*:\s*\S/iu.test(recipients.at(-1) ?? ''),
  },
];

/** Everything a template lacks before papers can be made of it [GV62]; empty when nothing. */
export function templateFaults(template: PaperTemplate, kind: PaperKind): TemplateFault[] {
  const lacking = CHECKS.filter(({ isMet }) => !isMet(template, kind)).map(({ part, rule, problem }) => ({
    part,
    rule,
    problem,
  }));
  return [...lacking, ...placeholderFaults(template)];
}

function placeholderFaults(template: PaperTemplate): TemplateFault[] {
  return textsOf(template).flatMap(([part, written]) => {
    const unknown = unknownPlaceholders(written).map((placeholder) => ({
      part,
      rule: 'GV63',
      problem: `có chỗ điền “${placeholder}” mà hệ thống không biết. Dùng các chỗ điền ghi dưới trang`,
    }));
    const brace = loneBrace(written);
    return brace === undefined ? unknown : [...unknown, { part, rule: 'GV275', problem: LONE_BRACES[brace] }];
  });
}

const LONE_BRACES = {
  '{': 'có dấu { chưa đóng. Ghi dấu } ở cuối chỗ điền',
  '}': 'có dấu } mà không có dấu { đứng trước. Ghi dấu { ở đầu chỗ điền, hoặc bỏ dấu }',
} as const;

/** Every text in which placeholders are filled, with the field it stands in. */
function textsOf(template: PaperTemplate): (readonly [part: string, text: string])[] {
  const all = (part: string, texts: readonly (string | null)[]) =>
    texts.map((written) => [part, written ?? ''] as const);
  return [
    ...all('Cơ quan cấp trên', template.superior),
    ...all('Cơ quan ban hành', template.issuer),
    ...all('Địa danh', [template.place]),
    ...all('Kính gửi', template.addressees),
    ...all('Lời mở đầu', [template.opening]),
    ...all('Lời kết', [template.closing]),
    ...all('Mang theo', template.toBring),
    ...all('Nơi nhận', template.recipients),
    ...all(
      'Bên ký',
      template.signatures.flatMap(({ onBehalfOf, insteadOf, office }) => [
        onBehalfOf,
        insteadOf?.office ?? null,
        office,
      ]),
    ),
  ];
}
