import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldLabel } from '../../src/kernel/field-labels.ts';
import { declaredOperations } from './declared-operations.ts';
import { OWN_PLACE } from './places.ts';
import { sampleInput } from './sample-inputs.ts';

const OPERATIONS = await declaredOperations();

describe('inputs', () => {
  // A page writes what the server reads: a schema that only reads cannot be called from the desk.
  it.each(OPERATIONS.map((operation) => ({ name: operation.name, operation })))(
    'of $name can be read and written',
    ({ operation }) => {
      const read = z.decode(operation.input, sampleInput(operation, OWN_PLACE) as never);
      expect(z.safeEncode(operation.input, read).success).toBe(true);
    },
  );

  // A refusal of a form names its field: every text and number that a person can type has a label.
  it.each(
    OPERATIONS.filter(({ method }) => method !== 'GET').map((operation) => ({
      name: operation.name,
      operation,
    })),
  )('of $name have names for what people type', ({ operation }) => {
    const typed = typedFields(z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }));
    expect(typed.filter((name) => fieldLabel([name]) === undefined)).toEqual([]);
  });
});

type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
};

/** Chosen or made by the page, not typed by a person. */
const NOT_TYPED = new Set([
  'baseVersion',
  'basis',
  'form',
  'latestVersion',
  'list',
  'listAssociationCode',
  'listGroupCode',
  'listVillageCode',
  'versionNumber',
  'office',
  'preparedText',
  'programme',
  'fundSource',
  'seat',
  'shownBring',
  'ownerSeat',
  'token',
]);

function typedFields(schema: z.core.JSONSchema.BaseSchema): string[] {
  const fields = Object.entries((schema as Schema).properties ?? {});
  return fields.flatMap(([name, field]) => {
    const shapes = [field, ...(field.anyOf ?? [])];
    const isTyped = shapes.some(isTypedShape) && !NOT_TYPED.has(name);
    const inside = shapes.flatMap((shape) => [shape, ...(shape.items ? [shape.items] : [])]);
    return [...(isTyped ? [name] : []), ...inside.flatMap((shape) => typedFields(shape as never))];
  });
}

function isTypedShape({ type, format, maxLength, pattern }: Schema): boolean {
  if (type === 'integer') return true;
  const isIdOrDay = format === 'uuid' || format === 'date';
  return type === 'string' && !isIdOrDay && (maxLength !== undefined || pattern !== undefined);
}
