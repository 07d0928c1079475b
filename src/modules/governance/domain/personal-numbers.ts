/** What was said in a meeting as its minutes print it, which twenty people receive: without phones and identity numbers [GV108]. */
export function withoutPersonalNumbers(text: string): string {
  return withoutNumbers(text, /^\d{9,12}$/u);
}

/** What somebody typed as the hall's screen shows it: without phones, identity numbers and contracts [GV43]. */
export function withoutLongNumbers(text: string): string {
  return withoutNumbers(text, /^\d{9,}$/u);
}

/** Digits that stand together, however they are set apart: one number, or several beside each other. */
const RUN = /[+(]?\d+(?:[ .()-]{1,2}\d+)*/gu;

/** A unit of money, as a word of its own: `đến` begins like one. */
const UNIT = /^(?:\s*(?:đ|đồng|vnđ|vnd|nghìn|ngàn|triệu|tr|tỷ|tỉ)(?!\p{L})|,\d)/iu;

function withoutNumbers(text: string, whole: RegExp): string {
  return text.replace(RUN, (run: string, at: number) => {
    const groups = [...run.matchAll(/(\D*)(\d+)/gu)].map(([, before = '', digits = '']) => ({
      before,
      digits,
    }));
    const after = text.slice(at + run.length);
    let kept = '';
    for (let i = 0; i < groups.length; ) {
      const size = sizeOfPersonal(groups.slice(i), { whole, after });
      const [{ before, digits }] = groups.slice(i) as [Group];
      kept += size === 0 ? before + digits : `${before.replace(/[+(]$/u, '')}…`;
      i += Math.max(size, 1);
    }
    return kept;
  });
}

/** Digits without a gap, and what stands between them and those before. */
type Group = { readonly before: string; readonly digits: string };

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
    size === groups.length && UNIT.test(after) && !groups[0]?.digits.startsWith('0');
  if (whole.test(groups[0]?.digits ?? '')) return isAmount(1) ? 0 : 1;
  for (const { digits, isWrittenSo } of WRITTEN) {
    for (let size = 2; size <= Math.min(5, groups.length); size += 1) {
      const taken = groups.slice(0, size);
      if (digits.test(taken.map((group) => group.digits).join('')) && isWrittenSo(taken) && !isAmount(size))
        return size;
    }
  }
  return 0;
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
