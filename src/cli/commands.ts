import type { Command } from './command.ts';
import { auditVerify } from './commands/audit-verify.ts';
import { BRIEFING_COMMANDS } from './commands/briefing.ts';
import { demoReset } from './commands/demo.ts';
import { groupScores } from './commands/groups.ts';
import { importCommand } from './commands/import.ts';
import { interest } from './commands/interest.ts';
import { PORTFOLIO_COMMANDS } from './commands/portfolio.ts';
import { USER_COMMANDS } from './commands/users.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  importCommand,
  ...PORTFOLIO_COMMANDS,
  groupScores,
  ...BRIEFING_COMMANDS,
  interest,
  ...USER_COMMANDS,
  auditVerify,
  demoReset,
];
