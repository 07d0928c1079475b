import type { Browser } from 'playwright-core';
import { addresses } from './addresses.ts';
import { comingAndGoing } from './coming-and-going.ts';
import { dateSwitch } from './date-switch.ts';
import { habits } from './habits.ts';
import { interestCheck } from './interest-check.ts';
import { keysOfAList } from './keys.ts';
import { listsToKeep } from './lists.ts';
import { searching } from './searching.ts';

/** What the desk does on any day, whatever is in the books; its figures and its day are left as they were. */
export function anyDay(place: () => { readonly browser: Browser; readonly address: string }): void {
  habits(place);
  searching(place);
  comingAndGoing(place);
  addresses(place);
  dateSwitch(place);
  interestCheck(place);
  listsToKeep(place);
  keysOfAList(place);
}
