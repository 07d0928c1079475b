import { z } from 'zod';
import { operation } from '../../../src/kernel/contract.ts';
import { defineRoutes, implement } from '../../../src/platform/http/implement.ts';

const close = operation({
  name: 'sample.close',
  method: 'POST',
  path: '/sample',
  summary: 'Từ chối bằng mã không có câu chữ.',
  input: z.object({}),
  output: z.object({}),
  permission: 'anyone',
  refusals: ['hasNoText'],
});

export const routes = defineRoutes({ otherCode: { status: 409, text: 'Câu của mã khác.' } }, [
  implement(close, async () => ({})),
]);
