import { PLACES, type Place } from './places.ts';

/** What is written at a place and must not be read elsewhere: names, numbers, codes of people, loans, groups. */
export type Marks = Readonly<
  Record<
    'fullName' | 'leaderName' | 'phone' | 'customerCode' | 'contractNo' | 'identityNumber' | 'bookNo',
    string
  >
>;

const WORDS = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu'];

/** The marks of a place; sample data. */
export function marksOf({ number }: Place): Marks {
  const word = WORDS[number - 1] ?? '';
  return {
    fullName: `Mẫu Dấu ${word}`,
    leaderName: `Tổ Trưởng ${word}`,
    phone: `091234567${number}`,
    customerCode: `480000777${number}`,
    contractNo: `660000000077777${number}`,
    identityNumber: `05418512345${number}`,
    bookNo: `105000077777${number}`,
  };
}

const UNIT_VND = 50_000_000n;

/** What is owed at a place: the last digits of any sum tell which places are in it. */
export function owedVnd({ number }: Place): bigint {
  return UNIT_VND + 2n ** BigInt(number);
}

const ALL_OF_ONE_OFFICE = [1, 2, 3, 4];

/** Who reads an answer, and what they had already: the marks in their own question, or in their own office. */
export type Reader = {
  readonly visible: readonly number[];
  readonly seesOffice: boolean;
  /** The committee and the branch read names and loans where a figure leads them, and no phone. */
  readonly seesPhones: boolean;
  readonly known: string;
};

/**
 * What an answer shows of places it should not: marks in its text, and sums of money with a foreign part. The totals of
 * a whole office are no secret inside it.
 */
export function leaks(body: string, { visible, seesOffice, seesPhones, known }: Reader): string[] {
  const foreign = PLACES.filter(({ number }) => !visible.includes(number));
  const texts = foreign.flatMap((place) =>
    [...Object.values(marksOf(place)), place.groupCode]
      .filter((mark) => body.includes(mark) && !known.includes(mark))
      .map((mark) => `${mark} of ${place.name}`),
  );
  const phones = PLACES.map((place) => marksOf(place).phone)
    .filter((phone) => !seesPhones && body.includes(phone))
    .map((phone) => `phone ${phone}`);
  const sums = [...body.matchAll(/(?<![\d"\w])\d{8,10}(?![\d"\w])/g)].flatMap(([text]) => {
    const parts = partsOf(BigInt(text));
    const isOffice = seesOffice && parts?.join() === ALL_OF_ONE_OFFICE.join();
    const isForeign = parts?.some((part) => !visible.includes(part)) === true && !isOffice;
    return isForeign ? [`sum ${text} of ${parts?.join('+')}`] : [];
  });
  return [...texts, ...phones, ...sums];
}

/** The places whose debts add up to this, or undefined when it is no such sum. */
export function partsOf(amountVnd: bigint): number[] | undefined {
  const count = Number(amountVnd / UNIT_VND);
  const bits = Number(amountVnd % UNIT_VND);
  if (count < 1 || bits >= 2 ** (PLACES.length + 1)) return undefined;
  const parts = PLACES.map(({ number }) => number).filter((number) => (bits & (2 ** number)) !== 0);
  return parts.length === count ? parts : undefined;
}
