import { addDays, type BusinessDate, formatDate } from '../../../kernel/dates.ts';
import { CHANGE_LISTS, type ChangeListName, isChangeList, type ListName } from './list-names.ts';
import type { ListBounds } from './lists.ts';

/** The rule of each list as a sentence, its days and numbers filled in, in words of a `xã`. `comparedDate` is null where none is before. */
export function sentenceOf(
  list: ListName,
  bounds: ListBounds,
  comparedDate: BusinessDate | null = null,
): string {
  if (isChangeList(list)) return changeSentence(list, bounds.dataDate, comparedDate);
  return dateSentence(list, bounds);
}

function changeSentence(
  list: ChangeListName,
  dataDate: BusinessDate,
  comparedDate: BusinessDate | null,
): string {
  const days =
    comparedDate === null ? formatDate(dataDate) : `${formatDate(comparedDate)} và ${formatDate(dataDate)}`;
  if (list === 'customers_changed')
    return `Khách hàng chỉ còn dư nợ ở một trong hai ngày ${days}: +1 là hộ mới, −1 là hộ hết dư nợ.`;
  const figure = CHANGE_LISTS[list].title.replace(' thay đổi', '');
  return `${figure} của món vay khác nhau giữa hai ngày ${days}; tăng là dương, giảm là âm.`;
}

function dateSentence(list: Exclude<ListName, ChangeListName>, bounds: ListBounds): string {
  const { dataDate, ageing } = bounds;
  const on = formatDate(dataDate);
  const nextMonth = `từ ${formatDate(bounds.nextMonthFrom)} đến ${formatDate(bounds.nextMonthTo)}`;
  const age = (above: number, upTo: number | undefined) =>
    upTo === undefined
      ? `Có nợ quá hạn, quá ngày đến hạn hiệu lực hơn ${above} ngày tính đến ${on}.`
      : `Có nợ quá hạn, quá ngày đến hạn hiệu lực từ ${above + 1} đến ${upTo} ngày tính đến ${on}.`;
  const sentences: Record<Exclude<ListName, ChangeListName>, string> = {
    overdue: `Dư nợ quá hạn lớn hơn 0 ở ngày ${on}.`,
    frozen: `Dư nợ khoanh lớn hơn 0 ở ngày ${on}.`,
    inactive_3_months: `Còn dư nợ, giao dịch gần nhất trước ngày ${formatDate(bounds.activeFrom)}; không tính nợ khoanh và cho vay học sinh, sinh viên.`,
    moved_to_overdue_in_month: `Còn dư nợ và có số chuyển quá hạn trong tháng của ngày ${on}.`,
    due_next_month_by_session: `Nợ trong hạn có ngày đến hạn theo phiên ${nextMonth}.`,
    unpaid_interest_3_months: `Lãi tồn từ ${bounds.unpaidInterestMonths} tháng lãi trở lên (dư nợ × lãi suất năm / 12 × ${bounds.unpaidInterestMonths}); không tính nợ khoanh và cho vay học sinh, sinh viên.`,
    freeze_ends_within_120_days: `Nợ khoanh hết hạn từ ${on} đến ${formatDate(bounds.freezeCompulsoryTo)}: bắt buộc kiểm tra trước khi hết hạn.`,
    freeze_ends_within_180_days: `Nợ khoanh hết hạn từ ${on} đến ${formatDate(bounds.freezeWarningTo)}.`,
    disbursed_last_30_days: `Còn dư nợ, giải ngân từ ${formatDate(bounds.disbursedFrom)} đến ${on}.`,
    disbursed_over_30_days: `Còn dư nợ, giải ngân từ ${formatDate(bounds.checkWatchFrom)} đến ${formatDate(addDays(bounds.disbursedFrom, -1))}: đã hết thời gian kiểm tra sử dụng vốn (mẫu 06/TD). Số liệu ngân hàng không ghi việc kiểm tra; món nào đã kiểm tra là theo báo cáo của việc được giao.`,
    overdue_1_30: age(0, ageing[0]),
    overdue_31_60: age(ageing[0] ?? 0, ageing[1]),
    overdue_61_90: age(ageing[1] ?? 0, ageing[2]),
    overdue_91_180: age(ageing[2] ?? 0, ageing[3]),
    overdue_181_365: age(ageing[3] ?? 0, ageing[4]),
    overdue_over_365: age(ageing[4] ?? 0, undefined),
    due_past_not_moved: `Nợ trong hạn đã qua ngày đến hạn hiệu lực ở ngày ${on}, chưa tới phiên chuyển quá hạn.`,
    due_and_moved_in_period: `Nợ trong hạn có ngày đến hạn hiệu lực và phiên chuyển quá hạn cùng ${nextMonth}.`,
    due_moved_later: `Nợ trong hạn đến hạn ${nextMonth}, phiên chuyển quá hạn sau ngày ${formatDate(bounds.nextMonthTo)}.`,
    due_at_coming_sessions: `Nợ trong hạn có ngày đến hạn theo phiên sau ${on}, đến hết ${formatDate(bounds.comingSessionsTo)}.`,
    student_interest_not_due: `Cho vay học sinh, sinh viên còn dư nợ và còn lãi tồn, bắt đầu trả lãi sau ngày ${on} (theo ngày bắt đầu trả lãi; tệp để trống ngày ấy thì từ hôm sau ngày kết thúc ân hạn).`,
    student_interest_unclear:
      'Cho vay học sinh, sinh viên còn dư nợ và còn lãi tồn, tệp không có ngày bắt đầu trả lãi và ngày kết thúc ân hạn.',
    settled_interest_left: `Hết dư nợ gốc nhưng còn lãi tồn: chưa tất toán.`,
    phone_missing:
      'Còn dư nợ, tệp của ngân hàng không có số điện thoại của khách hàng, cũng chưa ai tìm được số gọi được.',
    phone_invalid:
      'Còn dư nợ, số điện thoại trong tệp của ngân hàng không phải 10 chữ số bắt đầu bằng 0. Số do người đánh dấu sai thì ghi ngay cạnh số ở mọi danh sách.',
    phone_shared: `Còn dư nợ, số điện thoại được từ ${bounds.sharedPhoneCustomers} khách hàng của xã trở lên dùng chung.`,
    identity_card_expired: `Còn dư nợ, căn cước đã quá tuổi phải đổi (${bounds.renewalAges.join(', ')} tuổi, trừ thẻ cấp chưa đến ${bounds.renewalGraceYears} năm trước tuổi ấy) hoặc là CMND 9 số, hết giá trị từ ${formatDate(bounds.oldIdentityVoidFrom)}.`,
    extension_disagrees:
      'Tệp ghi đã gia hạn mà không có ngày gia hạn, hoặc có ngày gia hạn mà số lần gia hạn là 0.',
    arrears: `Dư nợ quá hạn hoặc dư nợ khoanh lớn hơn 0 ở ngày ${on}.`,
    unpaid_interest: `Còn dư nợ và còn lãi tồn ở ngày ${on}.`,
    disbursed_in_month: `Có giải ngân trong tháng của ngày ${on}.`,
    collected_in_month: `Có thu nợ gốc trong tháng của ngày ${on}.`,
    interest_in_month: `Có thu lãi trong tháng của ngày ${on}.`,
    to_overdue_in_month: `Có số chuyển quá hạn trong tháng của ngày ${on}, kể cả món đã trả hết sau đó.`,
  };
  return sentences[list];
}
