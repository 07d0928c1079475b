import { describe, expect, it } from 'vitest';
import { z } from 'zod';
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
});
