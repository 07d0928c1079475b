import { beforeAll } from 'vitest';
import { begunAfterItsDay } from './begun-after-its-day.ts';
import { freshDemo } from './fresh-demo.ts';
import { moveDemoTo } from './gestures.ts';
import { heldWithoutConclusions } from './held-without-conclusions.ts';
import { keyboardInNotices, keyboardKept } from './keyboard-in-forms.ts';
import { briefingNotHeld } from './not-held.ts';
import { officeEnded } from './office-ended.ts';
import { paperTemplates } from './templates.ts';
import { toldInPerson } from './told-in-person.ts';

/**
 * Briefings that go otherwise than planned, in the communes where no other journey meets, and what new ones begin with. A product of
 * its own, so that it is walked beside the longest journey and not in it.
 */
const place = freshDemo();
beforeAll(() => moveDemoTo(place, '23/11/2026'));

keyboardKept(place);
briefingNotHeld(place);
begunAfterItsDay(place);
heldWithoutConclusions(place);
toldInPerson(place);
paperTemplates(place);
keyboardInNotices(place);
officeEnded(place);
