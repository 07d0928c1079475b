import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { date } from '../../kernel/contract.ts';
import { formatInteger } from '../../kernel/money.ts';
import { rateOfPercent, simpleInterest } from '../../modules/portfolio/index.ts';
import { type Command, UsageProblem } from '../command.ts';

const rate = z.union([z.number().nonnegative(), z.string()]).transform((value, context) => {
  const text = String(value);
  if (!PLAIN_DECIMAL.test(text)) {
    const message = `lãi suất “${text}” phải là số thập phân viết thường, ví dụ 7.92`;
    context.addIssue({ code: 'custom', message });
  }
  return text;
});

/** `from` is counted, `to` is not: an empty segment has both the same. */
const segment = z
  .object({ from: date, to: date, balance: z.int().nonnegative() })
  .refine(({ from, to }) => from <= to, { error: 'ngày bắt đầu (from) sau ngày kết thúc (to)' });

/** A file of cases: amounts in the currency's smallest unit. */
const casesFile = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      /** A decimal number; as text where more digits matter than a float holds. */
      annualRatePercent: rate,
      segments: z.array(segment),
    }),
  ),
});

const PLAIN_DECIMAL = /^\d+(\.\d+)?$/;

/** Cases are of Actual/365 fixed. */
const DAY_BASIS = 365n;

/** `interest --cases FILE`: simple interest of each case by the product's own rule [PF10]. */
export const interest: Command = {
  name: 'interest',
  usage: '--cases TỆP',
  summary: 'Tính lãi của từng trường hợp trong một tệp JSON theo quy tắc của hệ thống.',
  options: [{ name: 'cases', value: 'TỆP', summary: 'tệp JSON có mảng "cases"', isRequired: true }],
  run: async ({ option }) => {
    const { cases } = await readCases(option('cases') ?? '');
    const answers = cases.map(({ id, annualRatePercent, segments }) => ({
      id,
      interest: Number(
        simpleInterest(
          segments.map(({ from, to, balance }) => ({ from, to, balanceVnd: BigInt(balance) })),
          rateOfPercent(annualRatePercent),
          DAY_BASIS,
        ),
      ),
    }));
    return {
      json: answers,
      text: answers.map((row) => `${row.id} ${formatInteger(row.interest)}`).join('\n'),
    };
  },
};

/** @throws UsageProblem when the file is not there or has another shape */
async function readCases(file: string): Promise<z.output<typeof casesFile>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageProblem(`Không đọc được tệp “${file}”.`);
  const read = casesFile.safeParse(parseJson(text, file));
  if (!read.success) throw new UsageProblem(`Tệp “${file}” ${whatIsWrong(read.error)}.`);
  return read.data;
}

/** The first fault with its place in the file; a file of another shape has none. */
function whatIsWrong({ issues: [first] }: z.ZodError): string {
  const [list, number, ...inside] = first?.path ?? [];
  if (list === undefined || number === undefined) return 'không có dạng {"cases": [...]}';
  const place = [`trường hợp thứ ${Number(number) + 1}`, ...inside].join(', ');
  return `sai ở ${place}: ${first?.message ?? 'chưa đúng dạng'}`;
}

function parseJson(text: string, file: string): unknown {
  try {
    // A file saved by a Windows editor begins with a mark that is no JSON.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageProblem(`Tệp “${file}” không phải JSON.`);
  }
}
