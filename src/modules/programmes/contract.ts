import { z } from 'zod';
import { date, id, operation, vnd } from '../../kernel/contract.ts';
import { RULES, type RuleName } from './domain/rules.ts';
import { editCatalogue, readCatalogue } from './policy.ts';

const confidence = z.enum(['found', 'known', 'practice', 'unsure']);
const document = z.string().trim().min(3, { error: 'Ghi số hiệu hoặc tên văn bản.' }).max(300);
const ruleName = z.enum(Object.keys(RULES) as [RuleName, ...RuleName[]]);
const ruleScope = z.object({
  programme: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  fundSource: z.string().regex(/^\d$/).optional(),
  office: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});

/** Said by whoever enters a row that begins by the newest published data date: what was published stays as it is [PR12]. */
const reachesBack = z.boolean().optional();

const termFields = {
  variant: z.string().trim().max(120),
  rateBpsPerYear: z.int().min(0).max(10_000).nullable(),
  capVnd: vnd.nullable(),
  capNote: z.string().trim().max(300).nullable(),
  longestTermMonths: z.int().min(1).max(600).nullable(),
  instalmentSpacingMonths: z.int().min(1).max(120).nullable(),
  /** Of the contract's rate; null: by the general rule [PR11]. */
  overdueFactorPercent: z.int().min(100).max(200).nullable(),
  validFrom: date,
  document,
  confidence,
};

const term = z.object({ id, ...termFields, validTo: date.nullable(), isInForce: z.boolean() });

const ruleRow = z.object({
  id,
  scope: ruleScope,
  value: vnd,
  validFrom: date,
  validTo: date.nullable(),
  document: z.string(),
  confidence,
  isInForce: z.boolean(),
});

/** The programmes with their terms, newest first; `onDate` marks what is in force that day (today when left out). */
export const listProgrammes = operation({
  name: 'programmes.listProgrammes',
  method: 'GET',
  path: '/programmes',
  summary: 'Danh mục chương trình cho vay và điều kiện theo ngày hiệu lực',
  input: z.object({ onDate: date.optional() }),
  output: z.object({
    onDate: date,
    programmes: z.array(
      z.object({
        id,
        code: z.string(),
        abbreviation: z.string(),
        name: z.string(),
        audience: z.string().nullable(),
        isForStudents: z.boolean(),
        validFrom: date,
        validTo: date.nullable(),
        document: z.string(),
        confidence,
        terms: z.array(term),
      }),
    ),
    fundSources: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        validFrom: date,
        validTo: date.nullable(),
        document: z.string(),
        confidence,
      }),
    ),
  }),
  permission: readCatalogue,
});

/** Opens a programme from a day on; its terms are entered after it [PR8]. */
export const enterProgramme = operation({
  name: 'programmes.enterProgramme',
  method: 'POST',
  path: '/programmes',
  summary: 'Thêm chương trình cho vay mới, theo văn bản và ngày hiệu lực',
  input: z.object({
    code: z.string().regex(/^\d{2}$/, { error: 'Mã chương trình có 2 chữ số.' }),
    abbreviation: z.string().trim().min(2).max(40),
    name: z.string().trim().min(3).max(200),
    audience: z.string().trim().max(300).nullable(),
    /** Its borrowers do not pay interest while they study [PR13]. */
    isForStudents: z.boolean(),
    validFrom: date,
    document,
    confidence,
  }),
  output: z.object({ id }),
  refusals: ['programmeCodeHeld'],
  permission: editCatalogue,
});

/**
 * Says whether a programme's borrowers are students, who pay no interest while they study [PR13]. What is published stays;
 * it counts for dates that are published from now on [PR12].
 */
export const changeProgramme = operation({
  name: 'programmes.changeProgramme',
  method: 'POST',
  path: '/programmes/{programmeId}/change',
  summary: 'Ghi một chương trình có phải cho vay học sinh, sinh viên hay không',
  input: z.object({ programmeId: id, isForStudents: z.boolean() }),
  output: z.object({}),
  refusals: [],
  permission: editCatalogue,
});

/** Ends a programme on its last day, after which its code is free; null: it goes on [PR8]. */
export const endProgramme = operation({
  name: 'programmes.endProgramme',
  method: 'POST',
  path: '/programmes/{programmeId}/end',
  summary: 'Kết thúc một chương trình từ sau một ngày, hoặc để chương trình tiếp tục',
  input: z.object({ programmeId: id, lastDay: date.nullable() }),
  output: z.object({}),
  refusals: ['programmeEndTooEarly', 'programmeCodeHeld'],
  permission: editCatalogue,
});

/** Opens a fund source from a day on [PR8]. */
export const enterFundSource = operation({
  name: 'programmes.enterFundSource',
  method: 'POST',
  path: '/fund-sources',
  summary: 'Thêm nguồn vốn mới, theo văn bản và ngày hiệu lực',
  input: z.object({
    code: z.string().regex(/^\d$/, { error: 'Mã nguồn vốn có 1 chữ số.' }),
    name: z.string().trim().min(3).max(120),
    validFrom: date,
    document,
    confidence,
  }),
  output: z.object({}),
  refusals: ['fundSourceCodeHeld'],
  permission: editCatalogue,
});

/** Enters a new dated term of a programme; the open row of the same variant ends the day before [PR3]. */
export const enterTerm = operation({
  name: 'programmes.enterTerm',
  method: 'POST',
  path: '/programmes/{programmeId}/terms',
  summary: 'Nhập điều kiện vay mới của một chương trình, theo văn bản và ngày hiệu lực',
  input: z.object({ programmeId: id, ...termFields, reachesBack }),
  output: z.object({ id }),
  refusals: ['validFromNotLater', 'termEmpty', 'rowReachesBack'],
  permission: editCatalogue,
});

/** Every rule with its rows, newest first. */
export const listRules = operation({
  name: 'programmes.listRules',
  method: 'GET',
  path: '/rules',
  summary: 'Các ngưỡng, kỳ hạn, hệ số theo ngày hiệu lực, kèm văn bản',
  input: z.object({ onDate: date.optional() }),
  output: z.object({
    onDate: date,
    rules: z.array(
      z.object({
        rule: ruleName,
        title: z.string(),
        unit: z.string(),
        /** By what a row may be narrowed [PR10]. */
        narrowedBy: z.array(z.enum(['programme', 'fundSource', 'office'])),
        rows: z.array(ruleRow),
      }),
    ),
  }),
  permission: readCatalogue,
});

/** Enters a new dated row of a rule; the open row of the same scope ends the day before [PR3]. */
export const enterRuleValue = operation({
  name: 'programmes.enterRuleValue',
  method: 'POST',
  path: '/rules/{rule}/values',
  summary: 'Nhập giá trị mới của một quy tắc, theo văn bản và ngày hiệu lực',
  input: z.object({
    rule: ruleName,
    scope: ruleScope,
    value: vnd,
    validFrom: date,
    document,
    confidence,
    reachesBack,
  }),
  output: z.object({ id }),
  refusals: [
    'validFromNotLater',
    'dayInvalid',
    'valueOutOfRange',
    'valuesNotRising',
    'ruleNotNarrowed',
    'overdueRateOfTerm',
    'scopeUnknown',
    'rowReachesBack',
  ],
  permission: editCatalogue,
});
