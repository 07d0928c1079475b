import type { Id } from '../../kernel/ids.ts';

/**
 * What publishing and undoing of one office take turns at [PF2] [PF6]: whoever comes second reads what stands after the
 * first. An office has no row before its first import.
 */
export function versionsTurn(officeId: Id): string {
  return `portfolio.versions:${officeId}`;
}
