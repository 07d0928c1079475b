import { handOverTask, listSeats } from '../../../modules/governance/contract.ts';
import { seatLabel } from '../../../modules/governance/domain/seats.ts';
import { chairOf, OFFICER, type Town } from './commune-facts.ts';
import { officeHour, type Step } from './moments.ts';
import { notBefore, seedOf, type Task } from './tasks-at-hand.ts';

/** The chair gives a task to a village head in place of whoever cannot do it: the officer has every commune's work already. */
export function handOver(town: Town, task: Task): Step {
  const { hands, code } = town;
  const { communeId, taskId, version } = task;
  return {
    at: notBefore(town, officeHour(task.givenOn, 2, seedOf(task), 'hand over')),
    run: async () => {
      const { seats } = await hands.act(OFFICER, listSeats, { communeId });
      const stead = seats.findLast(({ seat }) => seat.startsWith('villageHead:') && seat !== task.ownerSeat);
      if (stead === undefined) throw new Error(`${code} has no second village head`);
      await hands.act(chairOf(code), handOverTask, {
        ...{ communeId, taskId, baseVersion: version },
        ...{ eventId: hands.newId(), newTaskId: hands.newId() },
        ...{ seat: stead.seat, name: seatLabel(stead) },
        reason: 'Người được giao đi tập huấn hai tuần; người khác làm thay cho kịp hạn.',
      });
      return [];
    },
  };
}
