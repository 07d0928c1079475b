import { z } from 'zod';
import { operation } from '../../../src/kernel/contract.ts';

export const open = operation({
  name: 'sample.open',
  method: 'GET',
  path: '/sample',
  summary: 'Không ai được hỏi quyền.',
  input: z.object({}),
  output: z.object({}),
});
