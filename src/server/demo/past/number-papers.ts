import { addDays, type BusinessDate, day, daysBetween } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { numberPaper } from '../../../modules/governance/contract.ts';
import { throwOf } from './chance.ts';
import { chairOf, type Town } from './commune-facts.ts';
import { dayOf, officeHour, type Step } from './moments.ts';

/** Of so many meetings one has papers without a number: nobody asked the register of outgoing papers yet. */
const MEETINGS_TO_A_GAP = 4;

/**
 * The chair's office writes the number of a closed meeting's notice from its register on the next working day, and in half of
 * the cases that of the assignment slips.
 */
export function numberPapers(town: Town, briefingId: Id, heldOn: BusinessDate): Step[] {
  const { hands, communeId, code } = town;
  if (throwOf(MEETINGS_TO_A_GAP, code, heldOn, 'numbered') === 0) return [];
  const at = officeHour(addDays(heldOn, 1), 0, code, heldOn);
  const number = numberInRegister(heldOn);
  const write = (kind: 'conclusions' | 'assignment') =>
    hands.act(chairOf(code), numberPaper, { communeId, briefingId, kind, number, issuedOn: dayOf(at) });
  return [
    {
      at,
      run: async () => {
        await write('conclusions');
        if (throwOf(2, code, heldOn, 'slips') === 0) await write('assignment');
        return [];
      },
    },
  ];
}

/** A commune sends about a paper a day: the number grows with the year. */
function numberInRegister(heldOn: BusinessDate): number {
  return daysBetween(day(`${heldOn.slice(0, 4)}-01-01`), heldOn) + 3;
}
