import { z } from 'zod';
import { count, date, fileAnswer, id, operation } from '../../kernel/contract.ts';
import { PAPER_KIND_NAMES } from './domain/papers/paper-kinds.ts';
import { paperTemplate } from './domain/papers/template.ts';
import { editTemplates } from './policy.ts';

const kind = z.enum(PAPER_KIND_NAMES);

/** A template and from when it holds; version 0 is the product's own. */
const datedTemplate = z.object({
  version: count,
  validFrom: date,
  /** Who wrote it, or where the product's wording comes from. */
  source: z.string(),
});

/** The templates of an office: what is in force of each paper, and every one it has written [GV61]. */
export const listTemplates = operation({
  name: 'governance.listTemplates',
  method: 'GET',
  path: '/paper-templates',
  summary: 'Mẫu văn bản của phòng giao dịch.',
  input: z.object({ officeId: id.optional() }),
  output: z.object({
    today: date,
    offices: z.array(z.object({ officeId: id, name: z.string() })),
    /** The office whose templates follow; null when there is none yet. */
    officeId: id.nullable(),
    templates: z.array(
      z.object({
        kind,
        inForce: datedTemplate,
        content: paperTemplate,
        /** The version the next one is written over. */
        latestVersion: count,
        written: z.array(datedTemplate),
        /** Those of later days, the next first [GV195]. */
        coming: z.array(datedTemplate.extend({ content: paperTemplate })),
      }),
    ),
  }),
  permission: editTemplates,
});

/**
 * Writes the next template of a paper, in force from a day on, today at the earliest [GV61] [GV62]; nothing
 * is written where nothing changes [GV128].
 */
export const writeTemplate = operation({
  name: 'governance.writeTemplate',
  method: 'PUT',
  path: '/offices/{officeId}/paper-templates/{kind}',
  summary: 'Ghi mẫu văn bản của phòng giao dịch.',
  input: z.object({
    officeId: id,
    kind,
    /** The latest version that the person saw; 0 where there was none. */
    latestVersion: count,
    validFrom: date,
    content: paperTemplate,
  }),
  output: z.object({ version: count }),
  refusals: ['templateLacks', 'templateBackdated', 'templateChanged', 'templateSame'],
  permission: editTemplates,
});

/** A template as the paper it makes, with sample matter, as PDF or as a picture of its pages; nothing is written. */
export const previewTemplate = operation({
  name: 'governance.previewTemplate',
  method: 'POST',
  path: '/offices/{officeId}/paper-templates/{kind}/preview',
  summary: 'Xem trước văn bản làm từ mẫu, với dữ liệu mẫu.',
  input: z.object({
    officeId: id,
    kind,
    content: paperTemplate,
    format: z.enum(['pdf', 'svg']).default('pdf'),
  }),
  output: fileAnswer,
  answer: 'file',
  refusals: ['templateLacks'],
  permission: editTemplates,
});
