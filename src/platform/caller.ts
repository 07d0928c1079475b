import type { Id } from '../kernel/ids.ts';
import type { Role } from '../kernel/role.ts';
import { NO_SCOPE, type Scope } from './db/scope.ts';

/** Who acts: a signed-in person under one office held, the system itself, or nobody yet. */
export type Caller = {
  readonly kind: 'person' | 'system' | 'anonymous';
  readonly userId: Id | null;
  readonly sessionId: Id | null;
  /** The office held under which the person acts; it gives the role and the scope. */
  readonly assignmentId: Id | null;
  readonly role: Role | null;
  readonly scope: Scope;
};

/** Before sign-in. */
export const ANONYMOUS: Caller = {
  kind: 'anonymous',
  userId: null,
  sessionId: null,
  assignmentId: null,
  role: null,
  scope: NO_SCOPE,
};

/** Who wrote what the system itself wrote (demo, command line): nobody's id. */
export const SYSTEM_USER = '00000000-0000-7000-8000-000000000000' as Id;

/** The command line and jobs, acting on this machine with the given scope. */
export function systemCaller(scope: Scope): Caller {
  return { ...ANONYMOUS, kind: 'system', scope };
}

/** The office asked for, or the scope's only one; undefined where neither tells, or it is not in the scope. */
export function officeMeant({ officeIds }: Scope, asked?: Id): Id | undefined {
  if (asked !== undefined) return officeIds.find((officeId) => officeId === asked);
  return officeIds.length === 1 ? officeIds[0] : undefined;
}
