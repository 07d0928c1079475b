import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { RuleValue } from './rules.ts';
import { isInForce } from './succession.ts';

/** The overdue factor of a programme's term, as a row beside those of the general rule [PR11]. */
export type OverdueTerm = RuleValue & {
  readonly programmeId: Id;
  /** Which borrowers of the programme it is for; '' for all of them. */
  readonly variant: string;
  /** The first day of the programme: of two that had the code, the one that began later by the day asked is meant. */
  readonly programmeFrom: BusinessDate;
};

/**
 * The programmes' own factors on a day, one row a programme [PR11]. The files do not say of which variant a loan is: the
 * term for all borrowers decides, otherwise what all variants agree on; where they differ, the general rule does.
 */
export function overdueTermsOn(terms: readonly OverdueTerm[], onDate: BusinessDate): RuleValue[] {
  const inForce = terms.filter((term) => term.programmeFrom <= onDate && isInForce(term, onDate));
  const codes = [...new Set(inForce.map(({ scope }) => scope.programme))];
  return codes.flatMap((code) => {
    const ofCode = inForce.filter(({ scope }) => scope.programme === code);
    const began = ofCode.map((term) => term.programmeFrom).sort();
    const ofProgramme = ofCode.filter((term) => term.programmeFrom === began.at(-1));
    const forAll = ofProgramme.filter(({ variant }) => variant === '');
    const [first, ...others] = forAll.length > 0 ? forAll : ofProgramme;
    return first && others.every(({ value }) => value === first.value) ? [first] : [];
  });
}

/** True for a row that is a programme's term, not one of the general rule. */
export function isTerm(row: RuleValue): row is OverdueTerm {
  return 'variant' in row;
}
