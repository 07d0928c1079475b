import type { Responsible, Spread } from '../../../../modules/governance/domain/directive.ts';
import type { FigureMeasure } from '../../../../modules/governance/domain/task-figures.ts';
import type { Parts } from './use-parts.ts';

/** To whom a directive goes, as the form has it. */
export type Target = {
  readonly spread: Spread;
  readonly recipients: readonly { readonly seat: string | null; readonly name: string }[];
  /** The name of one more, being typed and not added yet. */
  readonly typing: string;
  /** Of associations, villages, groups: those chosen; empty for all. */
  readonly codes: readonly string[];
  readonly list: string | null;
  /** Of a list: its parts of each kind; empty for all. */
  readonly parts: Readonly<Record<keyof Parts, readonly string[]>>;
  /** Contracts of the list that were left out. */
  readonly leftOut: readonly string[];
  readonly responsible: Responsible;
  readonly figure: FigureMeasure | null;
};

/** Nobody yet. */
export const NO_TARGET: Target = {
  spread: 'seats',
  recipients: [],
  typing: '',
  codes: [],
  list: null,
  parts: { associations: [], villages: [], groups: [] },
  leftOut: [],
  responsible: 'groupLeader',
  figure: null,
};

/** Whether letters of one more recipient stand in their field and would be left out [GV198]. */
export function leavesRecipientOut({ spread, typing }: Target): boolean {
  return spread === 'seats' && typing.trim() !== '';
}

/** The target as the operations take it. */
export function whereTo({ spread, codes, list, parts, responsible }: Target) {
  const isOfLoans = spread === 'loans';
  return {
    spread,
    codes: spread === 'seats' || isOfLoans ? [] : [...codes],
    list: isOfLoans ? list : null,
    listAssociationCodes: isOfLoans ? [...parts.associations] : [],
    listVillageCodes: isOfLoans ? [...parts.villages] : [],
    listGroupCodes: isOfLoans ? [...parts.groups] : [],
    responsible,
  };
}
