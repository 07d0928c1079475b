import type { Chore } from '../housekeeping/housekeep.ts';
import { removeOldUploads } from './spool-uploads.ts';

/** Removes what was received for requests that ended with their process [HK4]: nobody can ask for it any more. */
export function cleanUploads(folder: string): Chore {
  return {
    name: 'platform.cleanUploads',
    keepDays: async () => 0,
    clean: () => removeOldUploads(folder),
  };
}
