import { z } from 'zod';
import { count, date, fileAnswer, id, operation } from '../../kernel/contract.ts';
import {
  INVITATION_FORMS,
  NUMBERED_BY_HAND,
  PAPER_FORMAT_NAMES,
  PAPER_KIND_NAMES,
} from './domain/papers/paper-kinds.ts';
import { numberPapers, readPapers } from './policy.ts';

const within = { communeId: id, briefingId: id };

/** The papers of a briefing: what each is by now, its number, and what fixes the minutes [GV60]; none of one that is not held [GV109]. */
export const listPapers = operation({
  name: 'governance.listPapers',
  method: 'GET',
  path: '/communes/{communeId}/briefings/{briefingId}/papers',
  summary: 'Các văn bản của buổi giao ban.',
  input: z.object(within),
  output: z.object({
    papers: z.array(
      z.object({
        kind: z.enum(PAPER_KIND_NAMES),
        isDraft: z.boolean(),
        /** People invited, slips; 1 for the others; 0 where there is nothing to make a paper of. */
        copies: count,
        /** Of slips: who was given something and gets none [GV113]; empty for the others. */
        withoutSlip: z.array(z.string()),
        /** As it stands on the paper, `05/BB-NHCS`; null while no number is taken. */
        symbol: z.string().nullable(),
        /** The number alone, of papers numbered by hand. */
        number: count.nullable(),
        /** The day on the paper. */
        issuedOn: date,
        canBeNumbered: z.boolean(),
        /** Of a report before its meeting: the day from which it can be numbered [GV180]; null otherwise. */
        numberedFrom: date.nullable(),
        /** Of an invitation: what the meeting was when it got its number, where it has another day, hour or place since [GV175]. */
        numberedFor: z
          .object({
            heldOn: date,
            hour: z.string().nullable(),
            hourOf: z.enum(['meeting', 'session']).nullable(),
            place: z.string().nullable(),
          })
          .nullable(),
        /** Letters of its text that print as □, each once [DO20]. */
        unprintable: z.array(z.string()),
      }),
    ),
    /** What closing fixed; null before. */
    minutes: z
      .object({
        number: z.string(),
        hash: z.string(),
        auditSequence: count,
        auditHash: z.string(),
        isAltered: z.boolean(),
      })
      .nullable(),
  }),
  permission: readPapers,
});

/** A paper of a briefing as a file, PDF or DOCX. */
export const exportPaper = operation({
  name: 'governance.exportPaper',
  method: 'GET',
  path: '/communes/{communeId}/briefings/{briefingId}/papers/{kind}/{format}',
  summary: 'Một văn bản của buổi giao ban thành tệp PDF hoặc Word.',
  input: z.object({
    ...within,
    kind: z.enum(PAPER_KIND_NAMES),
    format: z.enum(PAPER_FORMAT_NAMES),
    /** Of invitations; other papers have one form [GV64]. */
    form: z.enum(INVITATION_FORMS).default('list'),
  }),
  output: fileAnswer,
  answer: 'file',
  refusals: ['noSuchPaper', 'noPapersOfCancelled'],
  permission: readPapers,
});

/** Writes down the number and day a paper got in the register of outgoing papers, in place of those before [GV68]. */
export const numberPaper = operation({
  name: 'governance.numberPaper',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/papers/{kind}/number',
  summary: 'Ghi số và ngày của một văn bản theo sổ văn bản đi.',
  input: z.object({
    ...within,
    kind: z.enum(NUMBERED_BY_HAND),
    number: z.int().min(1, { error: 'Số văn bản từ 1.' }).max(99_999, { error: 'Số văn bản quá lớn.' }),
    issuedOn: date,
  }),
  output: z.object({}),
  refusals: [
    'paperStillDraft',
    'reportBeforeMeeting',
    'paperNumberTaken',
    'paperBeforeMeeting',
    'noSuchPaper',
    'noPapersOfCancelled',
  ],
  permission: numberPapers,
});
