import { z } from 'zod';
import { type BusinessDate, isWrittenAsDay, parseBusinessDate } from './dates.ts';
import { type Id, isId } from './ids.ts';
import { exactNumber } from './money.ts';
import type { RefusalTexts } from './refusal.ts';
import type { Permission } from './role.ts';

/**
 * One operation of the product, declared once as a value. The server validates by it, the OpenAPI page is made of
 * it, the web and the command line call through it, and the access test walks over it.
 */
export type Operation<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  Code extends string = string,
> = {
  /** `module.verbNoun`, as `portfolio.listLoans`; the handler's file is named by the verb and noun. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api`; `{name}` places are filled from the input field of that name. */
  readonly path: string;
  /** One Vietnamese sentence for the published description. */
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** The codes it may answer with, besides the general ones of the platform. */
  readonly refusals: readonly Code[];
  /** Who may call it: a permission of the module's `policy.ts`, or `'anyone'`, or `'signedIn'`. */
  readonly permission: Permission | 'anyone' | 'signedIn';
  /** `files`: the request carries files beside its input. Default `json`. */
  readonly request?: 'json' | 'files';
  /** All files of a request together, in bytes, where it is less than the server takes. A larger one is not received at all. */
  readonly mostFileBytes?: number;
  /** `file`: the answer is a file to keep, not JSON; the handler returns a `FileAnswer`. Default `json`. */
  readonly answer?: 'json' | 'file';
};

/** A file as an answer. */
export type FileAnswer = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
};

/** The output of operations that answer with a file. */
export const fileAnswer = z.custom<FileAnswer>();

/** Declares an operation; only gives the types their exact shape. */
export function operation<Input extends z.ZodObject, Output extends z.ZodType, Code extends string = never>(
  declaration: Omit<Operation<Input, Output, Code>, 'refusals'> & { readonly refusals?: readonly Code[] },
): Operation<Input, Output, Code> {
  return { ...declaration, refusals: declaration.refusals ?? [] };
}

/** What a handler receives: the input with its codecs decoded. */
export type InputOf<Op extends Operation> = z.output<Op['input']>;
/** What a handler answers, and what a client gets: the output with its codecs decoded. */
export type OutputOf<Op extends Operation> = z.output<Op['output']>;
/** The refusal codes an operation declares. */
export type CodeOf<Op extends Operation> = Op['refusals'][number];

/** Đồng: a whole number on the wire (JSON has no bigint), a `bigint` in code. Both sides are exact below 2^53. */
export const vnd = z.codec(z.int(), z.bigint(), {
  decode: (wire) => BigInt(wire),
  encode: exactNumber,
});

/** A calendar day, `YYYY-MM-DD` on the wire. */
export const date = z
  .string()
  .meta({ format: 'date' })
  .refine((text) => parseBusinessDate(text) !== undefined, {
    error: ({ input }) =>
      isWrittenAsDay(String(input))
        ? 'Ngày này không có trong lịch. Sửa lại số ngày hoặc số tháng.'
        : 'Ngày phải có dạng năm-tháng-ngày, ví dụ 2026-10-31.',
  }) as unknown as z.ZodType<BusinessDate, BusinessDate>;

/** An hour of the day, `HH:MM`; refused with an example of its form, or with what of it no day has. */
export const hour = (example: string) =>
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
    error: ({ input }) => {
      const [, hours = '', minutes = ''] = /^(\d\d):(\d\d)$/.exec(String(input)) ?? [];
      if (Number(hours) > 23) return `Không có ${hours} giờ: ghi từ 00:00 đến 23:59.`;
      if (Number(minutes) > 59) return `Không có ${minutes} phút: ghi từ ${hours}:00 đến ${hours}:59.`;
      return `Giờ có dạng ${example}.`;
    },
  });

/** A UUID. */
export const id = z
  .string()
  .meta({ format: 'uuid' })
  .refine((text) => isId(text), { error: 'Mã định danh không đúng dạng.' }) as unknown as z.ZodType<Id, Id>;

/** A whole number, zero or more. */
export const count = z.int().nonnegative();

/** The names of a table of choices, as `z.enum` takes them. */
export function keysOf<K extends string>(choices: Readonly<Record<K, unknown>>): [K, ...K[]] {
  return Object.keys(choices) as [K, ...K[]];
}

/** Texts of the refusals that any operation may answer with. */
export const GENERAL_REFUSALS = {
  inputInvalid: { status: 400, text: 'Dữ liệu gửi lên chưa đúng: {where}. {problem}' },
  notSignedIn: { status: 401, text: 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục.' },
  notAllowed: { status: 403, text: 'Chức vụ đang dùng không có quyền làm việc này.' },
  foreignOrigin: { status: 403, text: 'Yêu cầu đến từ một trang khác nên không được nhận.' },
  notEncrypted: {
    status: 403,
    text: 'Kết nối chưa được mã hóa nên không được nhận. Mở trang bằng địa chỉ bắt đầu bằng https://.',
  },
  notFound: { status: 404, text: 'Không có mục này, hoặc mục này ngoài phạm vi được giao.' },
  tooLarge: {
    status: 413,
    text: 'Dữ liệu gửi lên quá lớn (tối đa {limit}). Chọn tệp nhỏ hơn, hoặc chia ra rồi gửi lại.',
  },
  databaseBusy: {
    status: 503,
    text: 'Hệ thống đang bận nên chưa nhận được việc này, chưa có gì thay đổi. Thử lại sau ít giây.',
  },
  tookTooLong: {
    status: 503,
    text: 'Việc này mất quá lâu nên đã dừng, chưa có gì thay đổi. Thử lại; nếu vẫn vậy, chọn phạm vi hẹp hơn hoặc báo người quản trị.',
  },
  tooManyRequests: { status: 429, text: 'Thao tác quá nhiều lần. Thử lại sau {seconds} giây.' },
} as const satisfies RefusalTexts;
