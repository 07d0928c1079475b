/** What was said in a meeting as its minutes print it, which twenty people receive: without phones and identity numbers [GV108]. */
export function withoutPersonalNumbers(text: string): string {
  return withoutNumbers(text, /^\d{9,12}$/u);
}

/** What somebody typed as the hall's screen shows it: without phones, identity numbers and contracts [GV43]. */
export function withoutLongNumbers(text: string): string {
  return withoutNumbers(text, /^\d{9,}$/u);
}

/**
 * Digits that stand together, however they are set apart: one number, or several beside each other. Blanks and dashes are
 * all that a word processor or a contact page makes of them.
 */
const RUN = /[+(]?\p{Nd}+(?:(?:[\p{Zs}\p{Pd}−.()]{1,2}|[,/_])\p{Nd}+)*/gu;

/** A unit of money, as a word of its own: `đến` begins like one, and in `đồng ý` it is none. */
const UNIT =
  /^\s*(?:đồng(?!\s+(?:ý|thời|chí|bào|tình|hành|loạt|bộ|lòng)(?!\p{L}))|đ|vnđ|vnd|nghìn|ngàn|triệu|tr|tỷ|tỉ)(?!\p{L})/iu;

function withoutNumbers(text: string, whole: RegExp): string {
  return text.replace(RUN, (run: string, at: number) => {
    const groups = [...run.matchAll(/(\P{Nd}*)(\p{Nd}+)/gu)].map(([, before = '', typed = '']) => ({
      before,
      typed,
      digits: typed.normalize('NFKC'),
    }));
    const after = text.slice(at + run.length);
    let kept = '';
    for (let i = 0; i < groups.length; ) {
      const left = groups.slice(i);
      const amount = sizeOfThousands(left, after);
      const personal = amount > 0 ? 0 : sizeOfPersonal(left, { whole, after });
      const size = Math.max(amount, personal, 1);
      const typed = left.slice(0, size).map((group) => group.before + group.typed);
      kept += personal === 0 ? typed.join('') : `${left[0]?.before.replace(/[+(]$/u, '')}…`;
      i += size;
    }
    return kept;
  });
}

/** Digits without a gap, as typed and in plain figures, and what stands between them and those before. */
type Group = { readonly before: string; readonly typed: string; readonly digits: string };

/**
 * With how many groups an amount in thousands begins here; 0: with none. It is taken whole before any piece of it is asked:
 * three noughts and three noughts and three noughts of `2.000.000.000` are written as an identity number is. Blanks part
 * phones as well as thousands, so there the unit has to follow.
 */
function sizeOfThousands(groups: readonly Group[], after: string): number {
  const [first, second] = groups;
  const mark = second?.before ?? '';
  const isBlank = /^\p{Zs}$/u.test(mark);
  if (!(isBlank || mark === '.' || mark === ',')) return 0;
  if (!/^[1-9]\d{0,2}$/u.test(first?.digits ?? '') || first?.before.endsWith('+')) return 0;
  const end = groups.findIndex(({ before }, i) => i > 0 && before !== mark);
  const size = end === -1 ? groups.length : end;
  const isInThousands = groups.slice(1, size).every(({ digits }) => digits.length === 3);
  if (!isInThousands) return 0;
  return isBlank && !(size === groups.length && UNIT.test(after)) ? 0 : size;
}

/** How numbers are written in groups, the surest first. Two that begin with 0 or 84 are phones, whatever follows them. */
const WRITTEN: readonly {
  readonly digits: RegExp;
  readonly isWrittenSo: (groups: readonly Group[]) => boolean;
}[] = [
  { digits: /^\d{12}$/u, isWrittenSo: areAlike },
  { digits: /^0[2-9]\d{8}$/u, isWrittenSo: (groups) => beginsLong(groups) || areAlike(groups) },
  {
    digits: /^(?:0[2-9]|84)\d{9}$/u,
    isWrittenSo: (groups) => beginsLong(groups) || groups[0]?.before.endsWith('+') === true,
  },
  { digits: /^\d{9}$/u, isWrittenSo: areAlike },
];

/** With how many groups a phone or identity number begins here; 0: with none. What a unit of money follows is an amount. */
function sizeOfPersonal(
  groups: readonly Group[],
  { whole, after }: { readonly whole: RegExp; readonly after: string },
): number {
  const isAmount = (size: number) =>
    !groups[0]?.digits.startsWith('0') &&
    (size === groups.length ? UNIT.test(after) : areDecimals(groups[size] as Group));
  if (whole.test(groups[0]?.digits ?? '')) return isAmount(1) ? 0 : 1;
  for (const { digits, isWrittenSo } of WRITTEN) {
    for (let size = 2; size <= Math.min(5, groups.length); size += 1) {
      const taken = groups.slice(0, size);
      const isNumber = digits.test(joined(taken));
      if (isNumber && isWrittenSo(taken) && isSetApart(taken) && !isAmount(size)) return size;
    }
  }
  return 0;
}

const joined = (groups: readonly Group[]) => groups.map(({ digits }) => digits).join('');

const areDecimals = ({ before, digits }: Group) => before === ',' && digits.length <= 3;

/** A phone as people carry one, with its leading nought: codes of plots and papers begin otherwise. */
const MOBILE = /^0[35789]\d{8}$/u;

/** A phone that stands in a house. */
const LANDLINE = /^02\d{8,9}$/u;

/** An identity number begins with its province's code, from 001 on: an amount does not. */
const IDENTITY = /^0\d{11}$/u;

const YEAR = /^(?:19|20)\d{2}$/u;

/**
 * By commas, slashes and low lines, always the same, only phones and identity numbers are: they part amounts, dates and codes as well.
 *
 * @param groups written as one of {@link WRITTEN}, an identity number thus in equal pieces
 */
function isSetApart(groups: readonly Group[]): boolean {
  const between = groups.slice(1).map(({ before }) => before);
  if (!between.some((mark) => /[,/_]/u.test(mark))) return true;
  if (!between.every((mark) => mark === between[0])) return false;
  return isPhoneSetApart(groups) || IDENTITY.test(joined(groups));
}

function isPhoneSetApart(groups: readonly Group[]): boolean {
  const [{ before, digits }, second] = groups as [Group, Group];
  if (!beginsLong(groups)) return false;
  if (before.endsWith('+')) return true;
  const isCoded = digits.length <= 5;
  if (isCoded && MOBILE.test(joined(groups))) return true;
  // `023/2026/126` is the number of a paper with its year.
  const isOfYear = second.before === '/' && YEAR.test(second.digits);
  return isCoded && LANDLINE.test(joined(groups)) && !isOfYear;
}

/** In equal pieces, three or more, and not as an amount in thousands: `054 123 456 789`. */
function areAlike(groups: readonly Group[]): boolean {
  const [{ digits }] = groups as [Group];
  const isInThousands = !digits.startsWith('0') && groups.slice(1).every(({ before }) => before === '.');
  return (
    groups.length >= 3 && groups.every((group) => group.digits.length === digits.length) && !isInThousands
  );
}

/** As a phone and not as a date, whose day and month have two digits. */
function beginsLong(groups: readonly Group[]): boolean {
  return (groups[0]?.digits.length ?? 0) >= 3;
}
