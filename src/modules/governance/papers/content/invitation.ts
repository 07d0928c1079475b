import { type BusinessDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import { type Annex, officialDate, type Paper, type PaperBlock } from '../../../documents/index.ts';
import { type ChairShown, chairLine } from '../../domain/chair-shown.ts';
import { agendaLine } from '../../domain/invitation-text.ts';
import { hourWords } from '../../domain/papers/hours.ts';
import type { InvitationForm } from '../../domain/papers/paper-kinds.ts';
import { withoutPersonalNumbers } from '../../domain/personal-numbers.ts';
import {
  type ReplacedInvitation,
  replacedForAll,
  replacedSentence,
} from '../../domain/replaced-invitation.ts';
import { thingsOf } from '../../domain/things-to-bring.ts';
import {
  type Frame,
  framed,
  labelled,
  meetingPlace,
  officialMonth,
  opening,
  symbolOf,
  closing as withClosing,
} from './frame.ts';

/** What an invitation is made from. */
export type InvitationMatter = {
  readonly heldOn: BusinessDate;
  /** When the session begins, `07:30`. Null while nobody has entered it. */
  readonly startsAt: string | null;
  /** When the briefing begins, `10:30` [GV114]; null while nobody knows, it then follows the session. */
  readonly meetsAt: string | null;
  readonly place: string | null;
  readonly chair: ChairShown;
  readonly agenda: readonly { readonly title: string; readonly minutes: number }[];
  /** What to bring, one thing a line, as the briefing's invitations say it [GV73]; null: nothing is said. */
  readonly bring: string | null;
  readonly invited: readonly {
    readonly fullName: string;
    readonly isVacant: boolean;
    readonly capacity: string;
    /** The invitation they have that this one takes the place of; null where they have none. */
    readonly replaced: ReplacedInvitation | null;
  }[];
};

/** Two lines of a letter, with what stands before it. */
const MOST_IN_SENTENCE = 120;

const ALL = 'Các ông, bà có tên trong danh sách kèm theo';

/** The invitations of a briefing [GV64]: one with the list of all, one for each person, or the first and then the others. */
export function invitationPapers(
  frame: Frame,
  { invited, ...said }: InvitationMatter,
  form: InvitationForm,
): Paper[] {
  const matter = { ...said, invited: invited.map(withoutNumbers) };
  const list = form === 'each' ? [] : [invitationToAll(frame, matter)];
  const each = form === 'list' ? [] : invited.map((one) => invitationToOne(frame, matter, one));
  return [...list, ...each];
}

function invitationToAll(frame: Frame, matter: InvitationMatter): Paper {
  const before = matter.invited.flatMap(({ replaced }) => replaced ?? []);
  const said = { addressee: ALL, replacing: replacedForAll(before, matter) };
  return invitation(frame, matter, { ...said, annexes: [listOf(frame, matter)] });
}

/** The invitation of one person [GV64]. */
export function invitationToOne(
  frame: Frame,
  matter: InvitationMatter,
  one: InvitationMatter['invited'][number],
): Paper {
  const replacing = one.replaced === null ? null : replacedSentence(one.replaced, matter);
  return invitation(frame, matter, { addressee: addressOf(withoutNumbers(one)), replacing, annexes: [] });
}

/** Guests are typed by people [GV108]. */
function withoutNumbers({ fullName, capacity, ...one }: InvitationMatter['invited'][number]) {
  return {
    ...one,
    fullName: withoutPersonalNumbers(fullName),
    capacity: withoutPersonalNumbers(capacity),
  };
}

function invitation(
  frame: Frame,
  matter: InvitationMatter,
  to: {
    readonly addressee: string;
    /** That it takes the place of an earlier one [GV181]; null where it is the first. */
    readonly replacing: string | null;
    readonly annexes: readonly Annex[];
  },
): Paper {
  return framed('invitation', frame, {
    abstract: `Giao ban ${officialMonth(matter.heldOn)} tại ${meetingPlace(frame)}`,
    addressees: [to.addressee],
    body: bodyOf(frame, matter, to.replacing),
    annexes: to.annexes,
  });
}

function bodyOf(frame: Frame, matter: InvitationMatter, replacing: string | null): PaperBlock[] {
  const { place, chair, agenda, bring } = matter;
  return [
    ...(replacing === null
      ? []
      : [{ block: 'paragraph' as const, text: [{ text: replacing, bold: true as const }] }]),
    { block: 'paragraph', text: opening(frame) },
    paragraph('1. Thời gian', whenOf(matter)),
    paragraph('2. Địa điểm', place === null ? `điểm giao dịch ${frame.values.điểm}.` : `${place}.`),
    paragraph('3. Chủ trì', `${chairLine(chair)}.`),
    ...enumerated('4. Nội dung', agenda.map(agendaLine), { isInSentence: isLong(replacing) }),
    ...bringing(thingsOf(bring)),
    { block: 'paragraph', text: withClosing(frame, 'Rất mong ông, bà đến dự đúng giờ') },
  ];
}

/** What to bring: few things in the sentence itself, so that a letter with all else it has to say stands on one page [GV218]. */
function bringing(things: readonly string[]): PaperBlock[] {
  if (things.length === 0) return [];
  return enumerated('5. Tài liệu mang theo', things, { isInSentence: !isLong(`${things.join('; ')}.`) });
}

/** Points in the sentence of their label, or one a line below it. */
function enumerated(
  label: string,
  points: readonly string[],
  { isInSentence }: { readonly isInSentence: boolean },
): PaperBlock[] {
  if (isInSentence) return [paragraph(label, `${points.join('; ')}.`)];
  return [paragraph(label, ''), { block: 'bullets', points: listed(points) }];
}

function isLong(text: string | null): boolean {
  return text !== null && text.length > MOST_IN_SENTENCE;
}

function paragraph(label: string, text: string): PaperBlock {
  return { block: 'paragraph', text: labelled(label, text) };
}

/** The hour and day of the meeting, and from when the session runs that it belongs to. */
function whenOf({ heldOn, startsAt, meetsAt }: InvitationMatter): string {
  const [weekday] = formatWeekdayDate(heldOn).split(/ (?=\d)/);
  const on = `${officialDate(heldOn)} (${weekday})`;
  const session = startsAt === null ? '' : ` bắt đầu lúc ${hourWords(startsAt)}`;
  if (meetsAt === null) return `${on}, ngay sau phiên giao dịch xã${session}.`;
  return `${hourWords(meetsAt)}, ${on}${session === '' ? '' : `; phiên giao dịch xã${session}`}.`;
}

/** Points of a list as papers close them. */
function listed(points: readonly string[]): string[] {
  return points.map((point, i) => `${point}${i === points.length - 1 ? '.' : ';'}`);
}

/** A vacant office is asked by its title alone. */
function addressOf({ fullName, isVacant, capacity }: InvitationMatter['invited'][number]): string {
  return isVacant ? fullName : `Ông (bà) ${fullName}, ${capacity}`;
}

function listOf(frame: Frame, { invited, heldOn }: InvitationMatter): Annex {
  return {
    title: 'Danh sách mời dự giao ban',
    belongsTo: `Kèm theo Giấy mời số ${symbolOf(frame)} ${officialDate(frame.on)}`,
    isLandscape: false,
    blocks: [
      {
        block: 'paragraph',
        align: 'center',
        text: `Giao ban ${officialDate(heldOn)} tại ${meetingPlace(frame)}`,
      },
      {
        block: 'table',
        isSigned: true,
        columns: [
          { share: 6, align: 'center' },
          { share: 28, align: 'left' },
          { share: 48, align: 'left' },
          { share: 18, align: 'left' },
        ],
        head: [['TT', 'Họ và tên', 'Thành phần', 'Ký nhận']],
        rows: invited.map(({ fullName, isVacant, capacity }, i) => [
          String(i + 1),
          isVacant ? '' : fullName,
          isVacant ? fullName : capacity,
          '',
        ]),
      },
    ],
  };
}
