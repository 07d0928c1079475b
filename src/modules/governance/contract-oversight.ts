import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { taskRowWithFigures } from './domain/task-shapes.ts';
import { overseeTasks } from './policy.ts';

/**
 * What waits for bank and chair among all tasks of the caller's communes, or of one: reports to be judged, and tasks past their
 * deadline [GV127].
 */
export const showOversight = operation({
  name: 'governance.showOversight',
  method: 'GET',
  path: '/tasks/oversight',
  summary: 'Báo cáo chờ nhận kết quả và việc trễ hạn, theo xã.',
  input: z.object({ communeId: id.optional() }),
  output: z.object({
    today: date,
    /** Reports that nobody has judged yet, and tasks still to be done past their deadline. */
    waiting: count,
    late: count,
    /** The same by commune, those with most first; a commune where nothing waits is left out. */
    communes: z.array(z.object({ communeId: id, waiting: count, late: count })),
    /** The longest late with what the figures say, at most three, where one commune is asked about; otherwise none. */
    latest: z.array(taskRowWithFigures),
  }),
  permission: overseeTasks,
});
