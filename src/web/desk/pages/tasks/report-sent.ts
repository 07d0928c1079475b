import type { Id } from '../../../../kernel/ids.ts';
import { formatMoment } from '../../../shared/format.ts';
import type { WholeTask } from './task.ts';

type Events = readonly Pick<
  WholeTask['events'][number],
  'eventId' | 'kind' | 'at' | 'byName' | 'writtenFor'
>[];

/** What of a task tells whether its report is with the server. */
type OfTask = Pick<WholeTask, 'hasReported'> & {
  readonly events: Events;
  readonly task: Pick<WholeTask['task'], 'state'>;
};

/** Who takes a report, or gives it back. */
const WAITS = 'chờ Chủ tịch UBND hoặc ngân hàng nhận kết quả.';

/**
 * That a report went, when, and for whom it waits [GV245]; undefined while there is none to be taken.
 *
 * @param sentLast the report that the server took last from this desk: the page may not show it yet
 * @param isOwn false: of whoever writes it down for its owner, who is told of their own reports alone
 */
export function reportSentWords(
  { events, task, hasReported }: OfTask,
  sentLast: Id | undefined,
  isOwn: boolean,
): string | undefined {
  if (sentLast !== undefined && !events.some(({ eventId }) => eventId === sentLast))
    return `Đã gửi báo cáo, ${WAITS}`;
  const report = events.findLast(({ kind }) => kind === 'reported');
  if (task.state !== 'reported' || report === undefined) return undefined;
  const isWrittenFor = report.writtenFor !== null;
  if (!isOwn && !(hasReported && isWrittenFor)) return undefined;
  const sent = isOwn && isWrittenFor ? `${report.byName} đã ghi thay báo cáo` : 'Đã gửi báo cáo';
  return `${sent} lúc ${formatMoment(report.at)}, ${WAITS}`;
}
