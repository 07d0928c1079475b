import type { Id } from '../../kernel/ids.ts';

/** Who entered what the system itself entered (demo, command line): nobody's id. */
export const SYSTEM_USER = '00000000-0000-7000-8000-000000000000' as Id;
