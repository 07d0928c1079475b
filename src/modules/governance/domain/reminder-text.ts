import { type BusinessDate, formatDate } from '../../../kernel/dates.ts';

/** What a reminder is made from: how many tasks, and whose. */
export type ReminderContent = {
  readonly today: BusinessDate;
  readonly communeName: string;
  readonly holderName: string;
  readonly title: string;
  /** Deadlines of all tasks that wait for the office and are late or soon due, reminded of today or before [GV191]. */
  readonly dueDays: readonly BusinessDate[];
  /** The product's address as people open it; null where it is not set. */
  readonly link: string | null;
};

/** The subject of the mail: how many are about to be due, how many are late. */
export function reminderSubject(content: ReminderContent): string {
  return `Nhắc việc: ${countsText(content)}, ${content.communeName}`;
}

/**
 * The reminder as plain text [GV70]. Mail is read where nobody knows who looks on, and stays in mailboxes: it says how many and
 * until when, and never what a task is about, whose household, which loan.
 */
export function reminderText(content: ReminderContent): string {
  const { holderName, title, communeName, dueDays, link } = content;
  const [first] = dueDays.toSorted();
  return [
    `Kính gửi: ${holderName}, ${title}`,
    '',
    `Tại ${communeName}, ông/bà còn ${countsText(content)}, chưa báo cáo kết quả.`,
    ...(first === undefined ? [] : [`Hạn sớm nhất: ${formatDate(first)}.`]),
    '',
    link === null
      ? 'Xem và trả lời ở trang Việc được giao của chương trình Giao ban.'
      : `Xem và trả lời: ${link}/viec`,
    '',
    'Thư này không ghi nội dung việc và thông tin người vay. Mỗi ngày có nhiều nhất một thư nhắc cho một chức vụ.',
  ].join('\n');
}

function countsText({ dueDays, today }: ReminderContent): string {
  const late = dueDays.filter((dueOn) => dueOn < today).length;
  const coming = dueDays.length - late;
  return [
    ...(coming === 0 ? [] : [`${coming} việc sắp đến hạn`]),
    ...(late === 0 ? [] : [`${late} việc trễ hạn`]),
  ].join(', ');
}
