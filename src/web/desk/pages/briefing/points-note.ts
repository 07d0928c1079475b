import { inCommune } from '../../../../kernel/commune-words.ts';
import type { BriefingFigures } from './briefing.ts';

/** Where the commune has several points, what of the points to raise is of which of them, and what of them all [GV240]. */
export function pointsNote(
  { due, dueNext }: Pick<BriefingFigures, 'due' | 'dueNext'>,
  communeName: string,
): string {
  const whose = Math.max(0, ...[due, dueNext].map((told) => told?.pointNames.length ?? 0));
  if (whose === 0) return 'Hệ thống chuẩn bị từ số liệu, người họp sửa được';
  const points = whose === 1 ? 'điểm này' : 'các điểm cùng phiên';
  return inCommune(`Chuẩn bị từ số liệu: nợ đến hạn của ${points}, số khác của toàn xã`, communeName);
}
