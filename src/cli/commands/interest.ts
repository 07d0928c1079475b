import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { date } from '../../kernel/contract.ts';
import { formatInteger } from '../../kernel/money.ts';
import { rateOfPercent, simpleInterest } from '../../modules/portfolio/index.ts';
import { type Command, UsageProblem } from '../command.ts';

/** A file of cases: amounts in the currency's smallest unit, `from` counted, `to` not. */
const casesFile = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      /** A decimal number; as text where more digits matter than a float holds. */
      annualRatePercent: z.union([z.number().nonnegative(), z.string()]),
      segments: z.array(z.object({ from: date, to: date, balance: z.int().nonnegative() })),
    }),
  ),
});

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
          rateOfPercent(String(annualRatePercent)),
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
  if (!read.success)
    throw new UsageProblem(
      `Tệp “${file}” không có dạng {"cases": [...]}: ${read.error.issues[0]?.path.join('.')}.`,
    );
  return read.data;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageProblem(`Tệp “${file}” không phải JSON.`);
  }
}
