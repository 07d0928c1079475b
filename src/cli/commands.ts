import type { Command } from './command.ts';
import { auditVerify } from './commands/audit-verify.ts';
import { interest } from './commands/interest.ts';
import { PORTFOLIO_COMMANDS } from './commands/portfolio.ts';
import { USER_COMMANDS } from './commands/users.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [...PORTFOLIO_COMMANDS, interest, ...USER_COMMANDS, auditVerify];
