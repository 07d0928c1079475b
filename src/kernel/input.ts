import { z } from 'zod';
import { fieldLabel } from './field-labels.ts';

/** Values as they stand in an address: text, or a list of texts where a name is repeated. */
export type TextValues = Readonly<Record<string, unknown>>;

type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
};

/**
 * Makes the reader of an operation's addresses: everything in an address is text, so the schema's declared types say
 * which texts are numbers, booleans and lists. A text that is none stays text, and the schema then refuses it.
 */
export function addressReader(schema: z.ZodObject): (values: TextValues) => Record<string, unknown> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return (values) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        const declared = Object.hasOwn(properties, name) ? properties[name] : undefined;
        return declared && value !== undefined ? [[name, readValue(declared, value)]] : [];
      }),
    );
}

function readValue(declared: JsonSchema, value: unknown): unknown {
  const { type, items = {} } = declaredType(declared);
  if (type === 'array') {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.map((item) => readValue(items, item));
  }
  if (typeof value !== 'string') return value;
  if (type === 'integer' || type === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}

/** The one type besides null; where several are allowed, text stays text. */
function declaredType(declared: JsonSchema): { readonly type?: string; readonly items?: JsonSchema } {
  const types = (declared.anyOf ?? [declared]).flatMap(({ type, items = {} }) =>
    (typeof type === 'string' ? [type] : (type ?? [])).map((one) => ({ type: one, items })),
  );
  const besidesNull = types.filter((one) => one.type !== 'null');
  const [only] = besidesNull;
  return besidesNull.length === 1 && only ? only : {};
}

type Issue = {
  readonly code?: string;
  /** What is measured by a minimum or maximum: `string`, `number`, `array`, … */
  readonly origin?: string;
  readonly input?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
};

/** What is wrong with an input field, in Vietnamese; it never repeats the value. For zod's `error` parameter. */
export function inputProblem(issue: Issue): string {
  if (issue.input === undefined && issue.code === 'invalid_type') return 'Chưa có giá trị.';
  switch (issue.code) {
    case 'invalid_type':
      return 'Giá trị không đúng kiểu.';
    case 'invalid_value':
      return 'Giá trị không nằm trong các giá trị được chọn.';
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    default:
      return 'Giá trị không đúng dạng.';
  }
}

/** The same after the name of the field, as a form has many; a sentence of the contract's own names it already. */
export function fieldProblem(issue: z.core.$ZodIssue): string {
  const label = fieldLabel(issue.path);
  const isGeneral = issue.code === 'too_big' || issue.message === inputProblem(issue);
  return label !== undefined && isGeneral ? `${label}: ${issue.message}` : issue.message;
}

function tooSmall({ origin, minimum }: Issue): string {
  const least = String(minimum);
  if (origin === 'string') return least === '1' ? 'Chưa nhập gì.' : `Ngắn quá: ít nhất ${least} ký tự.`;
  return origin === 'array' ? `Chưa đủ: ít nhất ${least} dòng.` : `Nhỏ quá: ít nhất ${least}.`;
}

function tooBig({ origin, maximum }: Issue): string {
  const most = String(maximum);
  if (origin === 'string') return `Dài quá: nhiều nhất ${most} ký tự. Rút ngắn lại.`;
  return origin === 'array' ? `Nhiều quá: nhiều nhất ${most} dòng.` : `Lớn quá: nhiều nhất ${most}.`;
}
