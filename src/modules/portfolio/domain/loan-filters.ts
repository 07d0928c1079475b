import { z } from 'zod';
import { date } from '../../../kernel/contract.ts';
import { bankCode } from './shapes.ts';

/** What narrows a list. Direct loans have the group code `''`. Each is told in words on screens, papers and files [PF75]. */
export const loanFilters = {
  villageCode: bankCode.optional(),
  groupCode: bankCode.optional(),
  associationCode: bankCode.optional(),
  programmeCode: bankCode.optional(),
  fundSource: bankCode.optional(),
  customerCode: bankCode.optional(),
  /** `open` (default): something outstanding. */
  status: z.enum(['open', 'inTerm', 'overdue', 'frozen', 'closed', 'all']).optional(),
  /** Whether the customer has a valid telephone that is not marked wrong. */
  reach: z.enum(['reachable', 'unreachable']).optional(),
  /** Whether a check after disbursement was told of the loan [PF97]. */
  check: z.enum(['told', 'untold']).optional(),
  /** As that was known at this moment; without one as it is known now. */
  checkKnownAt: z.iso.datetime().optional(),
  /** The day that matters on the list; both counted. For `due_at_coming_sessions` the session. */
  keyFrom: date.optional(),
  keyTo: date.optional(),
  /** Part of a customer's name, with or without diacritics, or of a contract number; for those who may find borrowers. */
  text: z.string().max(100).optional(),
};

/** What a list may be narrowed by. */
export type LoanFilters = z.output<z.ZodObject<typeof loanFilters>>;

/** One of the filters. */
export type FilterField = keyof LoanFilters;

/** All filters, in the order they are told. */
export const FILTER_FIELDS = Object.keys(loanFilters) as [FilterField, ...FilterField[]];

/** What a list is, in words: the same on the screen, on paper and in files [PF75]. */
export const aboutList = z.object({
  /** With the days and months of the rules in force at the data date. */
  title: z.string(),
  /** Communes and office, and what of them the caller sees where that is a part. */
  place: z.string(),
  /** Each filter with its words, names in place of codes; two days that are one session are told once. */
  filters: z.array(z.object({ fields: z.array(z.enum(FILTER_FIELDS)), words: z.string() })),
});

/** {@link aboutList} as a value. */
export type AboutList = z.output<typeof aboutList>;
