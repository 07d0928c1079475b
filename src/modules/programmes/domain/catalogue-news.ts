import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { formatInteger } from '../../../kernel/money.ts';
import { formatRate, formatShort } from '../../../kernel/quantity.ts';
import { scopeText } from './narrowing.ts';
import { ruleValueText } from './rule-texts.ts';
import { type Confidence, RULES, type RuleName, type RuleValue, sameScope } from './rules.ts';
import { isInForce } from './succession.ts';

/** A dated row of the catalogue with its source. */
type Sourced = {
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
  readonly document: string;
  readonly confidence: Confidence;
};

/** A dated term of a programme; unknown is null. */
type Term = Sourced & {
  readonly programmeId: Id;
  readonly variant: string;
  readonly rateBpsPerYear: number | null;
  readonly capVnd: bigint | null;
  readonly capNote: string | null;
  readonly longestTermMonths: number | null;
  readonly instalmentSpacingMonths: number | null;
  readonly overdueFactorPercent: number | null;
};

/** What the catalogue holds, of all dates. */
export type Catalogue = {
  readonly programmes: readonly (Sourced & { readonly id: Id; readonly name: string })[];
  readonly terms: readonly Term[];
  readonly fundSources: readonly (Sourced & { readonly name: string })[];
  readonly rules: readonly RuleValue[];
};

/** From the day after `after` to `until`, both days of briefings, as an office sees it. */
export type NewsPeriod = {
  readonly after: BusinessDate;
  readonly until: BusinessDate;
  /** Rows narrowed to another office are not its news. */
  readonly officeCode: string | undefined;
};

/** The rules by which borrowers, their loans and groups are judged; how the product itself works is no news of a meeting. */
const RULES_MADE_KNOWN: readonly RuleName[] = [
  'inactiveMonths',
  'unpaidInterestMonths',
  'freezeWatchCompulsoryDays',
  'freezeWatchWarningDays',
  'recentDisbursementDays',
  'overdueRatePercent',
  'interestDayBasis',
  'identityRenewalAge1',
  'identityRenewalAge2',
  'identityRenewalAge3',
  'identityRenewalGraceYears',
  'oldIdentityVoidFrom',
  'groupMembersLeast',
  'groupMembersMost',
  'gradeGoodPoints',
  'gradeFairPoints',
  'gradeAveragePoints',
  'instalmentRegimeFrom',
];

/** Documents are named at length in the catalogue; a meeting needs their number, which comes first. */
const LONGEST_DOCUMENT = 120;

type Line = { readonly from: BusinessDate; readonly text: string };

/** What begins to count in a period and still does at its end, a line each, the earliest first [GV140]. */
export function catalogueNews(catalogue: Catalogue, period: NewsPeriod): readonly string[] {
  const isNews = (row: Sourced) =>
    period.after < row.validFrom && row.validFrom <= period.until && isInForce(row, period.until);
  const isOfOffice = ({ scope }: RuleValue) =>
    scope.office === undefined || scope.office === period.officeCode;
  const rules = catalogue.rules.filter(isOfOffice);
  const lines: readonly Line[] = [
    ...catalogue.programmes.filter(isNews).map((row) => line(`Chương trình mới: ${row.name}`, row)),
    ...catalogue.fundSources.filter(isNews).map((row) => line(`Nguồn vốn mới: ${row.name}`, row)),
    ...catalogue.terms.filter(isNews).map((row) => line(termText(row, catalogue), row)),
    ...rules
      .filter((row) => RULES_MADE_KNOWN.includes(row.rule) && isNews(row))
      .map((row) => line(ruleText(row, rules), row)),
  ];
  return lines.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))).map(({ text }) => text);
}

function line(what: string, { validFrom, document, confidence }: Sourced): Line {
  const source =
    document.length > LONGEST_DOCUMENT ? `${document.slice(0, LONGEST_DOCUMENT - 1)}…` : document;
  const doubt = confidence === 'unsure' ? '; chưa chắc, cần kiểm tra' : '';
  return { from: validFrom, text: `${what}, từ ${formatDate(validFrom)} (${source}${doubt}).` };
}

/** The row that a row follows: the newest of those before it; undefined where it is the first. */
function beforeIn<Row extends Sourced>(rows: readonly Row[], row: Row): Row | undefined {
  return rows
    .filter((other) => other.validFrom < row.validFrom)
    .reduce<Row | undefined>((a, b) => (a === undefined || a.validFrom < b.validFrom ? b : a), undefined);
}

function ruleText(row: RuleValue, rules: readonly RuleValue[]): string {
  const before = beforeIn(
    rules.filter((other) => other.rule === row.rule && sameScope(other.scope, row.scope)),
    row,
  );
  const scope = scopeText(row.scope);
  const was = before === undefined ? '' : ` (trước ${ruleValueText(row.rule, before.value)})`;
  return `${RULES[row.rule].title} ${ruleValueText(row.rule, row.value)}${was}${scope === '' ? '' : `, ${scope}`}`;
}

/** Each condition of a term in words; null where it does not say. */
const CONDITIONS: readonly ((term: Term) => string | null)[] = [
  ({ rateBpsPerYear: rate }) => (rate === null ? null : `lãi suất ${formatRate(rate)}`),
  ({ capVnd: cap }) => (cap === null ? null : `mức vay đến ${formatShort(cap)} đồng`),
  ({ capNote }) => capNote,
  ({ longestTermMonths: months }) => (months === null ? null : `thời hạn đến ${formatInteger(months)} tháng`),
  ({ instalmentSpacingMonths: months }) =>
    months === null ? null : `trả nợ gốc ${formatInteger(months)} tháng một kỳ`,
  ({ overdueFactorPercent: percent }) =>
    percent === null ? null : `lãi suất nợ quá hạn ${formatInteger(percent)}% lãi suất vay`,
];

/** What a term changes of the one of its variant before it; of a first one everything it says. */
function termText(term: Term, { programmes, terms }: Catalogue): string {
  const programme = programmes.find(({ id }) => id === term.programmeId);
  const before = beforeIn(
    terms.filter((other) => other.programmeId === term.programmeId && other.variant === term.variant),
    term,
  );
  const changed = CONDITIONS.flatMap((wordsOf) => {
    const words = wordsOf(term);
    return words === null || (before !== undefined && wordsOf(before) === words) ? [] : [words];
  });
  const whose = [programme?.name ?? 'Chương trình', term.variant].filter(Boolean).join(', ');
  return `${whose}: ${changed.length === 0 ? 'điều kiện vay mới' : changed.join(', ')}`;
}
