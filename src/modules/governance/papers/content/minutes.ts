import { type BusinessDate, formatDate } from '../../../../kernel/dates.ts';
import { type Annex, officialDate, type Paper, type PaperBlock } from '../../../documents/index.ts';
import { hourMet } from '../../domain/hour-met.ts';
import { type AnsweredContact, dayMet, isWrittenAfterwards, type Minutes } from '../../domain/minutes.ts';
import { hourWords, vietnamTime } from '../../domain/papers/hours.ts';
import { withoutPersonalNumbers } from '../../domain/personal-numbers.ts';
import { ownerWords } from '../../domain/task.ts';
import { attendance } from './attendance.ts';
import { conclusionPoints } from './conclusion-lines.ts';
import { associationTable, groupTable, noFigures, ofWholeCommune, totalSentence } from './figure-tables.ts';
import {
  closing,
  type Frame,
  framed,
  labelled,
  meetingPlace,
  officialMonth,
  opening,
  sentence,
  symbolOf,
} from './frame.ts';
import { difficultyResults, earlierTable, resultCounts, resultTable } from './results.ts';

/** What closing fixed beside the content; null for a draft [GV65]. */
export type MinutesSeal = {
  readonly hash: string;
  readonly auditHash: string;
  /** The content is no longer that of the hash. */
  readonly isAltered: boolean;
};

/** A later correction, bound behind the minutes [GV11]. */
export type MinutesAddendum = {
  readonly number: number;
  readonly text: string;
  readonly reason: string;
  readonly writtenByName: string;
  readonly writtenAt: string;
};

/** What the paper is made from. */
export type MinutesMatter = {
  readonly minutes: Minutes;
  readonly seal: MinutesSeal | null;
  readonly addenda: readonly MinutesAddendum[];
};

/** The minutes of a briefing [GV65]: of the content that closing fixed, or of what stands while the meeting goes on. */
export function minutesPaper(frame: Frame, { minutes, seal, addenda }: MinutesMatter): Paper {
  return framed('minutes', frame, {
    abstract: `Giao ban ${officialMonth(dayMet(minutes))} tại ${meetingPlace(frame)}`,
    body: [
      { block: 'paragraph', text: `${beginning(minutes, seal)} ${opening(frame)}` },
      ...attendance(minutes),
      { block: 'heading', level: 1, text: 'NỘI DUNG' },
      ...resultsOfBefore(minutes),
      ...figures(minutes),
      ...raised(minutes),
      ...difficulties(minutes),
      ...notes(minutes),
      { block: 'heading', level: 1, text: 'KẾT LUẬN' },
      conclusionPoints(minutes.conclusions),
      ...ending(frame, minutes, seal),
    ],
    annexes: addenda.map((addendum) => annexOf(frame, minutes, addendum)),
    footNote: seal === null ? null : `Đầu chuỗi nhật ký: ${seal.auditHash}`,
  });
}

/** `Hôm nay, hồi 10 giờ ngày 23 tháng 11 năm 2026, tại …,`; written afterwards, the hour of the meeting is not known [GV104]. */
function beginning(minutes: Minutes, seal: MinutesSeal | null): string {
  const { openedAt, point } = minutes;
  const where = `tại ${point.place ?? `điểm giao dịch ${point.name}`},`;
  const on = officialDate(dayMet(minutes));
  if (isWrittenAfterwards(minutes)) return `${on.replace(/^n/u, 'N')}, ${where}`;
  if (seal === null) return `Hôm nay, ${on}, ${where}`;
  return `Hôm nay, hồi ${vietnamTime(openedAt).hour} ${on}, ${where}`;
}

/** The agenda's first matter: what came of the briefing before [GV67], and what is left of those before that [GV88]. */
function resultsOfBefore({ before }: Minutes): PaperBlock[] {
  if (before == null) return [];
  const metOn = officialDate(before.heldOn);
  const told: PaperBlock[] =
    before.results.length === 0
      ? [{ block: 'paragraph', text: `Giao ban ${metOn} không có kết luận.` }]
      : [{ block: 'paragraph', text: `${resultCounts(before.results)}.` }, resultTable(before.results)];
  return [
    { block: 'heading', level: 2, text: `Kết quả thực hiện kết luận giao ban ${metOn}` },
    ...told,
    ...difficultyResults(before),
    ...earlierTable(before),
  ];
}

function figures(minutes: Minutes): PaperBlock[] {
  const { figures: told } = minutes;
  const total = totalSentence(told);
  const heading = { block: 'heading', level: 2, text: 'Số liệu' } as const;
  if (total === null) return [heading, noFigures(minutes)];
  return [
    heading,
    ...ofWholeCommune(minutes),
    { block: 'paragraph', text: total },
    ...fixedFigures(told),
    { block: 'paragraph', text: [{ text: 'Theo đơn vị nhận ủy thác', italic: true }] },
    associationTable(minutes),
    ...(told.groups.length === 0
      ? []
      : [
          {
            block: 'paragraph' as const,
            text: [{ text: 'Theo tổ tiết kiệm và vay vốn', italic: true as const }],
          },
          groupTable(minutes),
        ]),
  ];
}

/** Which publication the figures are, and when the meeting fixed them [GV29]: so the same numbers are found again. */
function fixedFigures({ dataDate, versionNumber, fixedAt }: Minutes['figures']): PaperBlock[] {
  if (!dataDate || !versionNumber || !fixedAt) return [];
  const { on, hour } = vietnamTime(fixedAt);
  const text = `Số liệu ngày ${formatDate(dataDate)}, bản công bố số ${versionNumber}, chốt hồi ${hour} ${officialDate(on)}.`;
  return [{ block: 'paragraph', text }];
}

/** What the preparer noted of items of the agenda, as policies made known [GV100]. */
function notes({ agenda }: Minutes): PaperBlock[] {
  return agenda.flatMap(({ title, note }): PaperBlock[] =>
    note === undefined
      ? []
      : [
          { block: 'heading', level: 2, text: withoutPersonalNumbers(title) },
          ...note
            .split('\n')
            .map((text): PaperBlock => ({ block: 'paragraph', text: withoutPersonalNumbers(text) })),
        ],
  );
}

function raised({ points }: Minutes): PaperBlock[] {
  if (points.length === 0) return [];
  return [
    { block: 'heading', level: 2, text: 'Điểm đã nêu' },
    { block: 'bullets', points: points.map((point) => sentence(withoutPersonalNumbers(point))) },
  ];
}

function difficulties(minutes: Minutes): PaperBlock[] {
  const { difficulties: all } = minutes;
  const heading = { block: 'heading', level: 2, text: 'Khó khăn nêu ra' } as const;
  if (all.length === 0) return [heading, { block: 'paragraph', text: 'Không có khó khăn nào được nêu.' }];
  const points = all.map((one) => withoutPersonalNumbers(difficultyText(one, dayMet(minutes))));
  return [heading, { block: 'points', labels: 'letters', points }];
}

/** `Không gặp được hộ … (ông … nêu). … trả lời hồi 10 giờ 56 phút: …` */
function difficultyText(difficulty: Minutes['difficulties'][number], metOn: BusinessDate): string {
  const { text, about, raisedByName, answer, answeredByName, answeredAt, contact, dueOn } = difficulty;
  const { givenName, given, carriedSince, dropReason } = difficulty;
  const who =
    about === null || text.includes(about) || raisedByName.includes(about)
      ? raisedByName
      : `về ${about}; ${raisedByName}`;
  const since = carriedSince === undefined ? '' : ` từ giao ban ${officialDate(carriedSince)}`;
  const told = `${text.replace(/\.$/, '')} (${who} nêu${since}).`;
  if (dropReason !== undefined) return `${told} Bỏ, lý do: ${sentence(dropReason)}`;
  if (answer !== null && answeredAt !== null) {
    const hour = hourMet(answeredAt, metOn);
    const when = hour === null ? '' : ` hồi ${hourWords(hour)}`;
    const answered = `${told} ${answeredByName ?? 'Đã'} trả lời${when}: ${sentence(answer)}`;
    return contact === undefined ? answered : `${answered} ${contactText(contact)}`;
  }
  if (givenName !== null) {
    const owner = given?.ownerOnDay ?? ownerWords({ ownerName: givenName, ownerNow: given?.ownerNow });
    return `${told} Giao ${owner}${dueOn === null ? '' : `, hạn ${formatDate(dueOn)}`}.`;
  }
  return `${told} Chưa trả lời.`;
}

/** Where the number is kept and who told it, never the number [GV96]. */
function contactText({ isEntered, toldBy }: AnsweredContact): string {
  if (!isEntered) return 'Số liên lạc đã có trong hồ sơ hộ.';
  return `Số liên lạc tìm được đã ghi vào hồ sơ hộ${toldBy === null ? '' : `, theo lời ${toldBy}`}.`;
}

/** Printed where somebody has changed closed minutes in the database. */
const ALTERED =
  'CẢNH BÁO: nội dung biên bản này đã bị sửa sau khi kết thúc, không khớp mã kiểm tra nội dung. Không dùng bản này; báo người quản trị.';

function ending(frame: Frame, minutes: Minutes, seal: MinutesSeal | null): PaperBlock[] {
  if (seal === null) return [{ block: 'paragraph', text: closing(frame, 'Biên bản chưa khóa') }];
  // Above the signatures stands how it ended; the code before that is of what was said, and may stand on its page.
  return [
    { block: 'paragraph', align: 'left', text: `Mã kiểm tra nội dung: ${seal.hash}` },
    ...(seal.isAltered ? [{ block: 'paragraph' as const, text: ALTERED }] : []),
    { block: 'paragraph', text: `${endingSentence(minutes)} ${closing(frame, ownClosing(minutes))}` },
  ];
}

/** When the meeting ended; of minutes written afterwards, when they were written [GV104]. */
function endingSentence(minutes: Minutes): string {
  const ended = vietnamTime(minutes.closedAt);
  if (isWrittenAfterwards(minutes))
    return `Biên bản được ghi lại sau buổi giao ban, ${officialDate(ended.on)}.`;
  return `Buổi giao ban kết thúc hồi ${ended.hour} ${dayOfEnd(minutes)}.`;
}

function ownClosing(minutes: Minutes): string {
  return isWrittenAfterwards(minutes)
    ? 'Biên bản được ghi lại sau buổi họp'
    : `Biên bản được lập xong ${dayOfEnd(minutes)}`;
}

/** `cùng ngày`, or the later day on which a meeting was closed. */
function dayOfEnd({ openedAt, closedAt }: Minutes): string {
  const ended = vietnamTime(closedAt);
  return vietnamTime(openedAt).on === ended.on ? 'cùng ngày' : officialDate(ended.on);
}

function annexOf(frame: Frame, minutes: Minutes, addendum: MinutesAddendum): Annex {
  const { on, hour } = vietnamTime(addendum.writtenAt);
  const said = withoutPersonalNumbers(addendum.text);
  const reason = withoutPersonalNumbers(addendum.reason);
  return {
    title: `Văn bản bổ sung số ${String(addendum.number).padStart(2, '0')}`,
    belongsTo: `Kèm theo Biên bản số ${symbolOf(frame)} ${officialDate(dayMet(minutes))}`,
    isLandscape: false,
    blocks: [
      ...said.split('\n').map((text): Annex['blocks'][number] => ({ block: 'paragraph', text })),
      { block: 'paragraph', text: labelled('Lý do', sentence(reason)) },
      {
        block: 'paragraph',
        text: labelled('Người ghi', `${addendum.writtenByName}, ${hour} ${officialDate(on)}.`),
      },
    ],
  };
}
