import { formatDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { formatShort } from '../../../kernel/quantity.ts';
import { inTurn, oneOf, throwOf } from './chance.ts';
import { type Group, householdOf, isUnreachable, type Loan, type Owner } from './commune-facts.ts';
import { groupsHere, here, type Meeting, unreachableHere } from './meeting.ts';

/** A difficulty that somebody of the field raises, and what the meeting does with it. */
export type Difficulty = {
  readonly about: 'household' | 'group' | 'matter';
  readonly householdId: Id | null;
  readonly contractNo: string | null;
  readonly groupCode: string | null;
  readonly text: string;
  /** Who said it, as the minutes name them; the officer writes it down. */
  readonly saidBy: string;
  readonly settled: { readonly answer: string } | { readonly owner: Owner; readonly days: number };
};

const MOST = 3;

/** What is to be found out at a household's door has so many days: given last, it is not over when the demo begins. */
const DAYS_TO_VISIT = 14;

/** Up to three difficulties of a meeting, of households and groups that the figures show. */
export function difficultiesOf(meeting: Meeting): Difficulty[] {
  const missed = meeting.isLast ? unknownHousehold(meeting) : missedHousehold(meeting);
  const made = [missed, risenGroup(meeting), silentHousehold(meeting), matter(meeting)];
  const most = meeting.isLast ? MOST : 1 + throwOf(MOST, meeting.seed, 'difficulties');
  return made.filter((difficulty) => difficulty !== undefined).slice(0, most);
}

const NOT_ABOUT = { householdId: null, contractNo: null, groupCode: null } as const;

/** A household whose loan falls due and whom nobody can reach: the police or the village head look for it. */
function missedHousehold(meeting: Meeting): Difficulty | undefined {
  const { facts, seed } = meeting;
  const loan = unreachableHere(meeting).find(({ householdId }) => householdId !== null);
  const group = facts.groups.find(({ groupCode }) => groupCode === loan?.groupCode);
  if (!loan?.dueOnSession || !group) return undefined;
  const due = `${formatShort(loan.outstandingVnd)} đến hạn phiên ${formatDate(loan.dueOnSession)}`;
  const text = oneOf(
    [
      `Không gặp được ${householdOf(loan)}, ${due}; số điện thoại trong sổ không gọi được.`,
      `Hai lần tới nhà ${householdOf(loan)} đều khóa cửa, ${due}.`,
    ],
    ...[seed, 'missed'],
  );
  const [seat, days] = oneOf(
    [['communePolice', 10] as const, [`villageHead:${loan.villageCode}`, 7] as const],
    seed,
  );
  const owner = facts.owner(seat);
  if (!owner) return undefined;
  return { ...ofLoan(loan), text, saidBy: leaderOf(group), settled: { owner, days } };
}

/** A household whom nobody can call, whenever its loan falls due: the police, who sign in on the demo's first day, look for it. */
function unknownHousehold(meeting: Meeting): Difficulty | undefined {
  const { facts, heldOn } = meeting;
  const loan = here(meeting, facts.due).find(
    (one) => isUnreachable(one) && one.householdId !== null && (one.dueOnSession ?? heldOn) > heldOn,
  );
  const group = facts.groups.find(({ groupCode }) => groupCode === loan?.groupCode);
  const owner = facts.owner('communePolice');
  if (!loan?.dueOnSession || !group || !owner) return undefined;
  const due = `${formatShort(loan.outstandingVnd)} đến hạn phiên ${formatDate(loan.dueOnSession)}`;
  const text = `Chưa có số gọi được của ${householdOf(loan)}, ${due}; tổ trưởng tới nhà không gặp.`;
  return { ...ofLoan(loan), text, saidBy: leaderOf(group), settled: { owner, days: DAYS_TO_VISIT } };
}

/** Unpaid interest of a group rises by less in most months; in đồng. */
const RISE_TO_SPEAK_OF = 1_000_000n;

const ABOUT_GROUPS = [
  [
    'Tổ có nhiều hộ đi làm xa, tới ngày thu lãi không gặp chủ hộ.',
    'Cán bộ gửi danh sách từng hộ; tổ trưởng gọi trước ba ngày để hộ nhờ người nhà nộp tại điểm giao dịch.',
  ],
  [
    'Mùa này tổ viên chưa có thu, xin nộp lãi dồn vào phiên sau.',
    'Lãi nộp hằng tháng để khỏi dồn; hộ nào khó thì nộp từng phần, tổ trưởng báo cán bộ biết trước phiên.',
  ],
  [
    'Tổ trưởng chưa khớp được lãi tồn của từng hộ với danh sách của ngân hàng.',
    'Sau phiên cán bộ ở lại đối chiếu với tổ trưởng theo danh sách lãi tồn của tổ.',
  ],
  [
    'Có hộ nộp lãi tháng này mà còn thiếu các tháng trước, hỏi tổ vì sao lãi tồn vẫn tăng.',
    'Tổ trưởng giải thích lãi tồn là phần chưa nộp của các tháng trước; cán bộ in chi tiết cho từng hộ.',
  ],
  [
    'Tổ họp không đủ người, chưa nhắc được các hộ còn nợ lãi.',
    'Hội cùng dự họp tổ kỳ tới, mời đủ các hộ còn nợ lãi.',
  ],
] as const;

/** A group whose members are away when interest is collected. */
function risenGroup(meeting: Meeting): Difficulty | undefined {
  const { figures, heldOn, place, seed } = meeting;
  const risen = groupsHere(meeting).filter(({ groupCode }) =>
    figures.groups.some(
      (one) => one.key === groupCode && (one.unpaidInterestChangeVnd ?? 0n) > RISE_TO_SPEAK_OF,
    ),
  );
  if (risen.length === 0 || throwOf(2, seed, 'risen group') === 0) return undefined;
  const group = oneOf(risen, seed, 'which group');
  const [text, answer] = inTurn(ABOUT_GROUPS, heldOn, place);
  const about = { ...NOT_ABOUT, about: 'group' as const, groupCode: group.groupCode };
  return { ...about, text, saidBy: leaderOf(group), settled: { answer } };
}

/** A household that has not come for months: its association goes there, at the last meeting the head of its village. */
function silentHousehold(meeting: Meeting): Difficulty | undefined {
  const { facts, isLast } = meeting;
  const loan = silentLoan(meeting);
  if (!loan) return undefined;
  const group = facts.groups.find(({ groupCode }) => groupCode === loan.groupCode);
  if (!group) return undefined;
  const since = loan.lastTransactionOn === null ? '' : ` từ ${formatDate(loan.lastTransactionOn)}`;
  const text = `Tổ đã nhắc nhiều lần mà ${householdOf(loan)} không tới điểm giao dịch${since}.`;
  const owner = facts.owner(
    isLast ? `villageHead:${loan.villageCode}` : `associationHead:${loan.associationCode}`,
  );
  const settled = owner
    ? { owner, days: DAYS_TO_VISIT }
    : { answer: 'Tổ trưởng tới nhà trong tuần, báo lại cán bộ.' };
  return { ...ofLoan(loan), text, saidBy: leaderOf(group), settled };
}

/** In about every second meeting one by chance; at the last one of the first village, whose head signs in as a sample person. */
function silentLoan(meeting: Meeting): Loan | undefined {
  const { facts, seed, isLast } = meeting;
  const silent = here(meeting, facts.inactive).filter(({ householdId }) => householdId !== null);
  if (isLast) return silent.toSorted((a, b) => (a.villageCode < b.villageCode ? -1 : 1))[0];
  if (silent.length === 0 || throwOf(2, seed, 'silent') === 0) return undefined;
  return oneOf(silent, seed, 'silent household');
}

const MATTERS = [
  [
    'Tổ viên hỏi chỉ tiêu cho vay nước sạch, đợt này còn được vay không.',
    'Chỉ tiêu xã được giao đã dùng hết; tổ ghi tên hộ có nhu cầu, có chỉ tiêu bổ sung cán bộ báo ngay.',
  ],
  [
    'Phiên trùng ngày mùa, tổ viên tới muộn, sợ hết giờ giao dịch.',
    'Điểm giao dịch chờ tới hết giờ niêm yết; tổ báo trước số hộ tới sau.',
  ],
  [
    'Một số hộ được gia hạn chưa nhớ ngày trả gốc mới.',
    'Cán bộ in lại danh sách theo hạn mới, tổ trưởng đưa tận tay hộ trong tuần.',
  ],
  [
    'Hộ mới tách hỏi xin vay ở tổ nào.',
    'Hộ ở thôn nào thì xin vào tổ ở thôn đó, tổ họp bình xét công khai như các hộ khác.',
  ],
  [
    'Danh sách niêm yết ở nhà văn hóa bị mờ, bà con xem không rõ.',
    'Cán bộ in lại, dán thay ngay trong phiên sau.',
  ],
  [
    'Tổ viên muốn trả nợ trước hạn, hỏi phải báo ai.',
    'Hộ báo tổ trưởng trước phiên để cán bộ tính sẵn gốc, lãi; tới phiên hộ mang sổ vay vốn.',
  ],
  [
    'Người vay vắng nhà, con muốn nộp lãi thay thì có được không.',
    'Người nhà nộp thay được, nói rõ tên người vay và giữ biên lai.',
  ],
] as const;

function matter(meeting: Meeting): Difficulty | undefined {
  const { heldOn, place, seed } = meeting;
  const groups = groupsHere(meeting);
  if (groups.length === 0) return undefined;
  const [text, answer] = inTurn(MATTERS, heldOn, place, 'matter');
  const saidBy = leaderOf(oneOf(groups, seed, 'who'));
  return { ...NOT_ABOUT, about: 'matter', text, saidBy, settled: { answer } };
}

function ofLoan({ householdId, contractNo }: Loan) {
  return { ...NOT_ABOUT, about: 'household' as const, householdId, contractNo };
}

/** `Đỗ Hữu Sơn, tổ 0026006`: as minutes name who spoke. */
function leaderOf({ leaderName, groupCode }: Group): string {
  return `${leaderName}, tổ ${groupCode}`;
}
