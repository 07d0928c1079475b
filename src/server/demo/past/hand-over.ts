import { handOverTask, listSeats } from '../../../modules/governance/contract.ts';
import { seatLabel } from '../../../modules/governance/domain/seats.ts';
import { chairOf, OFFICER, type Town } from './commune-facts.ts';
import { officeHour, type Step } from './moments.ts';
import { notBefore, seedOf, type Task } from './tasks-at-hand.ts';

/** The chair gives a task to the officer in place of whoever cannot do it. */
export function handOver(town: Town, task: Task): Step {
  const { hands, code } = town;
  const { communeId, taskId, version } = task;
  return {
    at: notBefore(town, officeHour(task.givenOn, 2, seedOf(task), 'hand over')),
    run: async () => {
      const { seats } = await hands.act(OFFICER, listSeats, { communeId });
      const officer = seats.find(({ seat }) => seat === 'creditOfficer');
      if (officer === undefined) throw new Error(`${code} has no officer`);
      await hands.act(chairOf(code), handOverTask, {
        ...{ communeId, taskId, baseVersion: version },
        ...{ eventId: hands.newId(), newTaskId: hands.newId() },
        ...{ seat: officer.seat, name: seatLabel(officer) },
        reason: 'Người được giao đi tập huấn hai tuần; cán bộ tín dụng làm thay cho kịp hạn.',
      });
      return [];
    },
  };
}
