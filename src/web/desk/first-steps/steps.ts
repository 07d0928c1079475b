import { addDays, type BusinessDate, monthStart } from '../../../kernel/dates.ts';
import type { FirstStep } from '../../../modules/identity/domain/first-steps.ts';
import { paths } from '../paths.ts';
import type { SearchParams } from '../search-params.ts';

/** A step as it is offered: what to do, what it is good for, where. */
export type StepOffer = { readonly title: string; readonly detail: string; readonly href: string };

/** What the offers depend on: the commune one begins with, and the last month that is over. */
export type StepPlace = { readonly communeCode: string | undefined; readonly lastMonth: BusinessDate };

/** The last day of the month before: the day the newest files of the bank stand for. */
export function lastMonthEnd(today: BusinessDate): BusinessDate {
  return addDays(monthStart(today), -1);
}

type Offer = {
  readonly title: string | ((place: StepPlace) => string);
  readonly detail: string;
  readonly to: (place: StepPlace) => string;
};

const toList = ({ communeCode }: StepPlace) => paths.list('overdue', { xa: communeCode });
const toCalendar = ({ communeCode }: StepPlace) => paths.calendar(communeCode);
const toBriefings = ({ communeCode }: StepPlace) => paths.briefings(communeCode);
const toAccount = () => paths.account;
const toUsers = () => paths.users();

const OFFERS: Readonly<Record<FirstStep, Offer>> = {
  importMonth: {
    title: ({ lastMonth }) => `Nhập số liệu tháng ${lastMonth.slice(5, 7)}`,
    detail: 'Thả tệp, xem lỗi, ghi vào sổ',
    to: () => paths.imports,
  },
  openCommune: {
    title: 'Mở tháng của một xã',
    detail: 'Trang chủ tịch xã cũng thấy',
    to: ({ communeCode }) => (communeCode === undefined ? paths.office() : paths.commune(communeCode)),
  },
  openList: {
    title: 'Mở danh sách sau một con số',
    detail: 'Số nào gạch chân cũng mở được',
    to: toList,
  },
  askWhy: { title: 'Hỏi vì sao có tên trong danh sách', detail: 'Bấm Vì sao ở cuối dòng', to: toList },
  openHousehold: { title: 'Mở hồ sơ một hộ', detail: 'Tìm theo tên, khế ước', to: () => paths.people() },
  openGroup: {
    title: 'Mở một Tổ TK&VV',
    detail: 'Tổ viên, điểm, xếp loại',
    to: ({ communeCode }) => paths.groups(communeCode),
  },
  prepareBriefing: {
    title: 'Mở giao ban của phiên tới',
    detail: 'Xem chương trình, số liệu, giấy mời',
    to: toBriefings,
  },
  openBriefing: {
    title: 'Mở một buổi giao ban',
    detail: 'Việc kỳ trước, khó khăn, kết luận',
    to: toBriefings,
  },
  seeCalendar: { title: 'Xem lịch phiên giao dịch', detail: 'Ngày, giờ, nơi họp ở xã', to: toCalendar },
  keepCalendar: {
    title: 'Thêm lịch phiên vào điện thoại',
    detail: 'Tạo địa chỉ lịch, không có tên hộ vay',
    to: toCalendar,
  },
  seeProgrammes: {
    title: 'Xem chương trình cho vay',
    detail: 'Lãi suất, mức vay, văn bản',
    to: () => paths.programmes(),
  },
  seeRules: { title: 'Xem các quy tắc', detail: 'Giá trị nào còn chưa chắc', to: () => paths.rules() },
  openAccount: {
    title: 'Xem tài khoản của mình',
    detail: 'Chức vụ được giao, đổi mật khẩu',
    to: toAccount,
  },
  secureAccount: {
    title: 'Bật mã xác thực',
    detail: 'Mất mật khẩu vẫn không mất tài khoản',
    to: toAccount,
  },
  addPeople: { title: 'Thêm người dùng', detail: 'Cấp liên kết đặt mật khẩu', to: toUsers },
  giveOffices: {
    title: 'Giao chức vụ cho từng người',
    detail: 'Ai cũng có chức vụ đang giữ',
    to: toUsers,
  },
};

/** The words and the address of a step. */
export function offerOf(step: FirstStep, place: StepPlace): StepOffer {
  const { title, detail, to } = OFFERS[step];
  return { title: typeof title === 'string' ? title : title(place), detail, href: to(place) };
}

/** The steps that opening an address takes. */
export function stepsTakenAt(path: string, search: SearchParams): readonly FirstStep[] {
  const [, page = '', place, part] = path.split('/');
  if (page === 'danh-sach' && place !== undefined)
    return search.vi === undefined ? ['openList'] : ['openList', 'askWhy'];
  if (page === 'xa' && place !== undefined) return ['openCommune'];
  if (page === 'giao-ban' && part !== undefined) return ['prepareBriefing', 'openBriefing'];
  if (page === 'ho' && part !== undefined) return ['openHousehold'];
  if (page === 'to' && part !== undefined) return ['openGroup'];
  return WHOLE_PAGES[page] ?? [];
}

const WHOLE_PAGES: Readonly<Record<string, readonly FirstStep[]>> = {
  lich: ['seeCalendar'],
  'chuong-trinh': ['seeProgrammes'],
  'quy-tac': ['seeRules'],
  'tai-khoan': ['openAccount'],
};

/** A person as the administrator's list has them, as far as a first step asks. */
type ListedPerson = {
  readonly id: string;
  readonly isSample: boolean;
  readonly isDisabled: boolean;
  readonly assignments: readonly { readonly isCurrent: boolean }[];
};

/** The steps that the list of people shows as taken. Sample people came with the demo: nobody has added them. */
export function stepsShownBy(people: readonly ListedPerson[], administratorId: string): readonly FirstStep[] {
  const added = people.filter((one) => !one.isDisabled && !one.isSample && one.id !== administratorId);
  if (added.length === 0) return [];
  const haveOffices = added.every(({ assignments }) => assignments.some(({ isCurrent }) => isCurrent));
  return haveOffices ? ['addPeople', 'giveOffices'] : ['addPeople'];
}
