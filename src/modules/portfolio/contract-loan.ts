import { z } from 'zod';
import { date, id, operation, vnd } from '../../kernel/contract.ts';
import { searchHit } from '../registry/contract.ts';
import { bankCode, loanDetail } from './domain/shapes.ts';
import { findBorrowers, seeLoans } from './policy.ts';

/** One loan over all dates. Without `dataDate` as the newest date knows it. */
export const showLoan = operation({
  name: 'portfolio.showLoan',
  method: 'GET',
  path: '/portfolio/communes/{communeId}/loans/{contractNo}',
  summary: 'Một món vay qua mọi ngày số liệu.',
  input: z.object({ communeId: id, contractNo: bankCode, dataDate: date.optional() }),
  output: loanDetail,
  refusals: ['loanNotFound'],
  permission: seeLoans,
});

const savingAtDate = z.object({ dataDate: date, balanceVnd: vnd });

/** The loans and savings of a household's members over all dates, for the household file. */
export const listHouseholdLoans = operation({
  name: 'portfolio.listHouseholdLoans',
  method: 'GET',
  path: '/portfolio/communes/{communeId}/households/{householdId}/loans',
  summary: 'Món vay và tiền gửi của một hộ qua mọi ngày số liệu.',
  input: z.object({ communeId: id, householdId: id, dataDate: date.optional() }),
  output: z.object({
    /** The date shown: the newest, or the newest at or before the one asked for, that knows the household. */
    dataDate: date.nullable(),
    loans: z.array(loanDetail),
    savings: z.array(
      z.object({
        customerCode: z.string(),
        bookNo: z.string(),
        /** At the shown date; null where its files do not name the book. */
        balanceVnd: vnd.nullable(),
        /** At the newest date before the shown one that names the book. */
        before: savingAtDate.nullable(),
        /** Oldest first. */
        dates: z.array(savingAtDate),
      }),
    ),
  }),
  refusals: [],
  permission: seeLoans,
});

/**
 * Finds borrowers by part of a contract number (at least four digits, spaces as printed between them); the
 * newest date of each commune is searched.
 */
export const searchContracts = operation({
  name: 'portfolio.searchContracts',
  method: 'GET',
  path: '/portfolio/contracts/search',
  summary: 'Tìm khách hàng theo một phần số khế ước, ít nhất bốn chữ số.',
  input: z.object({
    text: z.string().regex(/^\s*(\d\s*){4,16}$/, { error: 'Gõ từ 4 đến 16 chữ số của khế ước.' }),
    communeId: id.optional(),
  }),
  /** At most 20 hits, in order of contract. */
  output: z.object({ hits: z.array(searchHit).max(20) }),
  permission: findBorrowers,
});
