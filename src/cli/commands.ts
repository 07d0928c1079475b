import type { Command } from './command.ts';
import { auditVerify } from './commands/audit-verify.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [auditVerify];
