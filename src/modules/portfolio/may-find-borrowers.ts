import type { Caller } from '../../platform/caller.ts';
import { findBorrowers } from './policy.ts';

/** Whether the caller may look borrowers up and read their phones; within operations that others may call too. */
export function mayFindBorrowers({ kind, role }: Caller): boolean {
  return kind === 'system' || (role !== null && findBorrowers.reach[role] !== undefined);
}
