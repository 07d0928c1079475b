import { cleanFileContents, cleanStagedRows } from '../modules/extracts/index.ts';
import { remindOfTasks } from '../modules/governance/index.ts';
import { cleanSessions, cleanSpentLinks } from '../modules/identity/index.ts';
import { nameOffices } from '../modules/portfolio/index.ts';
import { type RuleName, ruleValues } from '../modules/programmes/index.ts';
import { cleanLeftOverFiles, type FileStore } from '../platform/files/index.ts';
import { cleanDeliveredNews, cleanFinishedJobs } from '../platform/housekeeping/clean-platform.ts';
import type { Chore } from '../platform/housekeeping/housekeep.ts';
import { cleanMailTexts } from '../platform/mail/clean-mail.ts';

const keptBy =
  (rule: RuleName): Chore['keepDays'] =>
  async (tx, today) =>
    Number((await ruleValues(tx, today)).of(rule).value);

/** Everything that is removed when it is over, each after the days its rule says, and what else is done once a day. */
export const CHORES: readonly Chore[] = [
  { ...cleanFileContents, keepDays: keptBy('keepFileContentsDays') },
  { ...cleanStagedRows, keepDays: keptBy('keepStagedRowsDays') },
  { ...cleanDeliveredNews, keepDays: keptBy('keepDeliveredNewsDays') },
  { ...cleanFinishedJobs, keepDays: keptBy('keepFinishedJobsDays') },
  { ...cleanMailTexts, keepDays: keptBy('keepMailTextsDays') },
  { ...cleanSessions, keepDays: keptBy('keepSessionsDays') },
  { ...cleanSpentLinks, keepDays: keptBy('keepSpentLinksDays') },
  { ...remindOfTasks, keepDays: async () => 1 },
  { ...nameOffices, keepDays: async () => 1 },
];

/** The same for files, which lie in a store. */
export const fileChores = (files: FileStore): readonly Chore[] => [
  { ...cleanLeftOverFiles(files), keepDays: keptBy('keepLeftOverFilesDays') },
];
