import type { Cleaning } from '../housekeeping/housekeep.ts';
import { forgetTexts } from './db/mail-queue.ts';

/** Takes the words out of old mails; that somebody was written to, and when, stays [HK5]. */
export const cleanMailTexts: Cleaning = {
  name: 'platform.cleanMailTexts',
  clean: ({ tx }, before) => forgetTexts(tx, before),
};
