import type { BusinessDate } from '../../kernel/dates.ts';
import { showDemo } from '../../platform/demo/contract.ts';
import { useQuestion } from './api/query.ts';

/** The business day as the server has it; undefined until it is known. The browser's own clock is never asked. */
export function useServerDay(): BusinessDate | undefined {
  return useQuestion(showDemo, {}).data?.today;
}
