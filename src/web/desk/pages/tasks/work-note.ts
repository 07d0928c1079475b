import { formatInteger } from '../../../shared/format.ts';

/** `5 việc, 2 trễ hạn`. */
export function workNote({ open, late }: { readonly open: number; readonly late: number }): string {
  if (open === 0) return 'không còn việc nào chờ trả lời';
  return `${formatInteger(open)} việc${late === 0 ? '' : `, ${formatInteger(late)} trễ hạn`}`;
}
