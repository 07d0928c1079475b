import type { Id } from '../../../kernel/ids.ts';
import type { Role } from '../../../kernel/role.ts';
import type { Assignment } from './assignment.ts';

/** An office and a commune it serves today; an office that serves none yet stands alone, with null. */
export type ServedCommune = {
  readonly officeId: Id;
  readonly branchCode: string | null;
  readonly communeId: Id | null;
};

/** What an office held lets its holder see: the shape of the platform's scope. */
export type AssignmentScope = {
  readonly communeIds: readonly Id[];
  readonly officeIds: readonly Id[];
  readonly system: boolean;
  readonly villageCodes?: readonly string[];
  readonly groupCodes?: readonly string[];
  readonly associationCodes?: readonly string[];
  readonly seat?: string;
};

const NOTHING: AssignmentScope = { communeIds: [], officeIds: [], system: false };

/**
 * The scope that follows from an office held [ID14]. The chair and the commune's reader also get their office's id, for the
 * office's own totals that the month page compares with; everyone else in a commune gets their part of it alone.
 *
 * @param served which communes which office serves today; rows of other places are ignored
 */
export function scopeOf(assignment: Assignment, served: readonly ServedCommune[]): AssignmentScope {
  const communeIds = assignment.communeId === null ? [] : [assignment.communeId];
  switch (assignment.role) {
    case 'administrator':
      return { ...NOTHING, system: true };
    case 'officeDirector':
    case 'creditOfficer':
      return scopeOfOffices(served.filter((row) => row.officeId === assignment.officeId));
    case 'communeChair':
      return { ...NOTHING, communeIds, officeIds: officesOf(assignment, served) };
    case 'associationHead':
      return {
        ...NOTHING,
        communeIds,
        associationCodes: codes(assignment.associationCode),
        ...seatOf('associationHead', assignment.associationCode),
      };
    case 'groupLeader':
      return {
        ...NOTHING,
        communeIds,
        groupCodes: codes(assignment.groupCode),
        ...seatOf('groupLeader', assignment.groupCode),
      };
    case 'villageHead':
      return {
        ...NOTHING,
        communeIds,
        villageCodes: codes(assignment.villageCode),
        ...seatOf('villageHead', assignment.villageCode),
      };
    case 'communePolice':
      // Sees what is given to the police, by its seat, and nothing of the groups.
      return { ...NOTHING, communeIds, groupCodes: [], seat: 'communePolice' };
    case 'committeeReader':
      return scopeOfReader(assignment, served);
  }
}

function scopeOfReader(assignment: Assignment, served: readonly ServedCommune[]): AssignmentScope {
  const { branchCode, officeId, communeId } = assignment;
  if (branchCode !== null) return scopeOfOffices(served.filter((row) => row.branchCode === branchCode));
  if (officeId !== null) return scopeOfOffices(served.filter((row) => row.officeId === officeId));
  return {
    ...NOTHING,
    communeIds: communeId === null ? [] : [communeId],
    officeIds: officesOf(assignment, served),
  };
}

function scopeOfOffices(served: readonly ServedCommune[]): AssignmentScope {
  const communeIds = served.flatMap((row) => (row.communeId === null ? [] : [row.communeId]));
  return {
    ...NOTHING,
    communeIds: [...new Set(communeIds)],
    officeIds: [...new Set(served.map((row) => row.officeId))],
  };
}

function officesOf(assignment: Assignment, served: readonly ServedCommune[]): Id[] {
  const offices = served.filter((row) => row.communeId === assignment.communeId).map((row) => row.officeId);
  return [...new Set(offices)];
}

/** A narrowed scope without its code shows nothing, never everything. */
function codes(code: string | null): string[] {
  return code === null ? [] : [code];
}

/** The office itself, for what is given to it; without its code it is none. */
function seatOf(role: Role, code: string | null): Pick<AssignmentScope, 'seat'> {
  return code === null ? {} : { seat: `${role}:${code}` };
}
