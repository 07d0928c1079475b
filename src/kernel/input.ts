import { z } from 'zod';

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
      return `Giá trị nhỏ hoặc ngắn hơn mức cho phép (ít nhất ${String(issue.minimum)}).`;
    case 'too_big':
      return `Giá trị lớn hoặc dài hơn mức cho phép (nhiều nhất ${String(issue.maximum)}).`;
    default:
      return 'Giá trị không đúng dạng.';
  }
}
