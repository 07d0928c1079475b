import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { formatDate } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, type RefusalTexts, refuse } from '../../kernel/refusal.ts';
import { briefingsOfDay, GOVERNANCE_REFUSALS, writeBriefingPack } from '../../modules/governance/index.ts';
import { areaNames } from '../../modules/registry/index.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { makeFolder } from '../../platform/make-folder.ts';
import { errorCode, StartProblem } from '../../platform/start-problem.ts';
import { type Command, type CommandContext, UsageProblem } from '../command.ts';
import { COMMUNE, dateOf, question, REFUSALS } from './portfolio-question.ts';

const BRIEFING_REFUSALS = {
  ...REFUSALS,
  ...GOVERNANCE_REFUSALS,
  noBriefingThatDay: { status: 404, text: '{commune} không có buổi giao ban nào ngày {heldOn}. {known}' },
  pointUnclear: {
    status: 400,
    text: 'Ngày {heldOn} {commune} có {count} buổi giao ban. Thêm --point và mã của một điểm: {points}.',
  },
} as const satisfies RefusalTexts;

/** A file as it was written. */
type Written = {
  readonly kind: string;
  readonly path: string;
  readonly pages: number;
  readonly sha256: string;
  /** Letters that print as □ [DO20]; left out where there are none, as for nearly all papers. */
  readonly unprintable?: readonly string[];
};

/** `briefing documents`: writes every paper of a briefing as PDF and DOCX into a folder [GV60]. */
export const briefingDocuments: Command = {
  name: 'briefing documents',
  usage: '--commune MÃ --date NGÀY --out THƯ-MỤC [--point MÃ]',
  summary: 'Ghi mọi văn bản của một buổi giao ban thành tệp PDF và Word vào một thư mục.',
  options: [
    { ...COMMUNE, isRequired: true },
    { name: 'date', value: 'NGÀY', summary: 'ngày giao ban, 2026-10-23', isRequired: true },
    { name: 'out', value: 'THƯ-MỤC', summary: 'nơi ghi tệp; chưa có thì được tạo', isRequired: true },
    { name: 'point', value: 'MÃ', summary: 'mã điểm giao dịch, khi xã có nhiều điểm họp cùng ngày' },
  ],
  refusals: BRIEFING_REFUSALS,
  run: async (context) => {
    // The day is judged before the folder is made: a command that is written wrongly leaves nothing behind.
    dateOf(context);
    const pack = await question(context, async (handler, communeId) => {
      const briefingId = await briefingOf(context, handler, communeId);
      if (isRefusal(briefingId)) return briefingId;
      return writeBriefingPack(handler, { communeId: communeId as Id, briefingId });
    });
    if (isRefusal(pack)) return pack;
    const folder = folderOf(context);
    const written: Written[] = [];
    for await (const { kind, name, pages, unprintable, bytes } of pack.print()) {
      const path = join(folder, name);
      await writeFile(path, bytes).catch((error: unknown) => {
        throw notWritable(folder, error);
      });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      written.push({ kind, path, pages, sha256, ...(unprintable.length === 0 ? {} : { unprintable }) });
    }
    return { json: written, text: written.map(lineOf).join('\n') };
  },
};

/** Every command of briefings. */
export const BRIEFING_COMMANDS: readonly Command[] = [briefingDocuments];

async function briefingOf(
  context: CommandContext,
  handler: HandlerContext,
  communeId: Id | undefined,
): Promise<Id | Refusal> {
  if (communeId === undefined) return refuse('notFound');
  const heldOn = dateOf(context);
  const { briefings, latestDays } = await briefingsOfDay(handler, { communeId, heldOn });
  const day = formatDate(heldOn);
  const days = latestDays.map(formatDate).join(', ');
  const commune = (await areaNames(handler.tx, [communeId], heldOn)).get(communeId) ?? '';
  const known = days === '' ? 'Chưa có buổi giao ban nào.' : `Các buổi gần đây: ${days}.`;
  if (briefings.length === 0) return refuse('noBriefingThatDay', { commune, heldOn: day, known });
  const code = context.option('point');
  const chosen = code === undefined ? briefings : briefings.filter(({ pointCode }) => pointCode === code);
  const [only, ...others] = chosen;
  if (only === undefined)
    return refuse('codeUnknown', { what: 'điểm giao dịch họp ngày đó', code: code ?? '' });
  if (others.length === 0) return only.briefingId;
  const points = chosen.map(({ pointCode, pointName }) => `${pointCode} (${pointName})`).join(', ');
  return refuse('pointUnclear', { commune, heldOn: day, count: chosen.length, points });
}

/** @throws UsageProblem when the folder cannot be made */
function folderOf(context: CommandContext): string {
  const folder = resolve(context.option('out') ?? '');
  try {
    makeFolder(folder);
  } catch (error) {
    // A place that takes no folders is told in the words of the data folder; here it is another folder that is at fault.
    throw notWritable(folder, error instanceof StartProblem ? error.cause : error);
  }
  return folder;
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền ghi',
  EPERM: 'không có quyền ghi',
  EROFS: 'ổ đĩa chỉ đọc',
  ENOSPC: 'ổ đĩa đã đầy',
  ENOENT: 'nơi này không nhận tệp hay thư mục mới',
  EEXIST: 'đã có một tệp mang tên này',
  ENOTDIR: 'trên đường dẫn có chỗ là tệp, không phải thư mục',
  EISDIR: 'đã có một thư mục mang tên của tệp',
  ENAMETOOLONG: 'đường dẫn quá dài',
};

function notWritable(folder: string, error: unknown): UsageProblem {
  const code = errorCode(error) ?? '';
  return new UsageProblem(
    `Không ghi được vào “${folder}”: ${WHY[code] ?? `lỗi ${code}`}. Chọn thư mục khác cho --out.`,
  );
}

function lineOf({ kind, path, pages, unprintable }: Written): string {
  const replaced = unprintable === undefined ? '' : `  (in thành □: ${unprintable.join(' ')})`;
  return `${kind.padEnd(12)} ${String(pages).padStart(3)} trang  ${path}${replaced}`;
}
