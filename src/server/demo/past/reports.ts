import { oneOf } from './chance.ts';
import { type About, aboutOf } from './conclusions.ts';

/** What the owner of a task says of it. */
export type Report = { readonly text: string; readonly outcome: 'done' | 'partly' };

const DONE: Readonly<Record<About, readonly string[]>> = {
  checks: [
    'Đã kiểm tra đủ, các hộ dùng vốn đúng mục đích; phiếu 06/TD đã nộp tổ giao dịch.',
    'Đã đi cùng tổ trưởng kiểm tra từng hộ, phiếu 06/TD có chữ ký của hộ.',
  ],
  unpaidInterest: [
    'Đã làm việc với từng hộ, tổ chốt lịch nộp lãi ở phiên tới.',
    'Đã họp tổ, hộ còn nợ lãi đều ghi ngày hẹn vào sổ họp.',
  ],
  overdue: [
    'Hộ đã làm việc, ký cam kết trả dần, hẹn lần đầu ở phiên tới.',
    'Đã gặp người nhà, gia đình nhận trả dần mỗi phiên một phần.',
  ],
  due: [
    'Đã báo từng hộ và lấy chữ ký nhận thông báo.',
    'Đã gửi danh sách cho các tổ trưởng, tổ báo lại hộ nào cũng đã biết ngày.',
  ],
  unreachable: [
    'Đã xác minh: hộ đi làm ngoài tỉnh, người nhà hứa nhắn; tổ trưởng giữ liên lạc.',
    'Hộ vẫn ở địa phương, đã chuyển nhà; tổ trưởng biết chỗ.',
  ],
  inactive: [
    'Đã gặp từng hộ, ghi lý do vào danh sách gửi tổ giao dịch.',
    'Đã gặp hộ hoặc người nhà, hộ nào cũng hẹn ngày tới điểm giao dịch.',
  ],
  freeze: ['Đã kiểm tra tại nhà cùng tổ trưởng, lập biên bản khả năng trả nợ gửi tổ giao dịch.'],
  weakGroup: [
    'Đã dự họp tổ, rà từng tiêu chí, tổ cam kết nộp lãi và sinh hoạt đúng kỳ.',
    'Đã họp với ban quản lý tổ, phân từng hộ cho tổ trưởng, tổ phó theo dõi.',
  ],
  migrants: ['Đã lập danh sách, có người ở nhà giữ liên lạc; bản có chữ ký gửi tổ giao dịch.'],
  needs: [
    'Các tổ đã bình xét xong, danh sách gửi tổ giao dịch.',
    'Đã tổng hợp, còn tổ họp muộn sẽ gửi bổ sung trong phiên.',
  ],
  missed: [
    'Đã gặp người nhà: hộ đi làm ngoài tỉnh, hẹn về trước phiên đến hạn.',
    'Đã gặp chủ hộ, hộ hẹn tới điểm giao dịch đúng phiên.',
  ],
  silent: [
    'Đã gặp hộ, hộ hẹn tới điểm giao dịch phiên tới.',
    'Đã gặp người nhà, từ phiên tới người nhà nộp thay.',
  ],
};

const PARTLY: Readonly<Record<About, string>> = {
  checks: 'Đã kiểm tra phần lớn, còn hộ đi vắng hẹn tuần sau.',
  unpaidInterest: 'Mới gặp được một số hộ, còn hộ đi làm xa chưa về.',
  overdue: 'Đã tới nhà, hộ vắng; nhờ hàng xóm nhắn lại.',
  due: 'Đã báo phần lớn các hộ, còn hộ chưa gặp.',
  unreachable: 'Chưa tìm được hộ, đã hỏi người thân ở gần.',
  inactive: 'Đã gặp một số hộ, hộ còn lại đi vắng.',
  freeze: 'Đã tới nhà nhưng chưa đủ giấy tờ để lập biên bản.',
  weakGroup: 'Tổ chưa họp được, hẹn tuần sau.',
  migrants: 'Đã có danh sách nhưng chưa đủ người liên lạc.',
  needs: 'Còn tổ chưa họp bình xét.',
  missed: 'Tới nhà chưa gặp ai, đã nhờ hàng xóm nhắn lại.',
  silent: 'Mới gặp được người nhà, chưa hẹn được ngày.',
};

/** What the report that is returned lacked. */
const LACKING: Readonly<Record<About, string>> = {
  checks: 'Chưa có phiếu 06/TD của hộ đi vắng. Kiểm tra nốt rồi gửi lại.',
  unpaidInterest: 'Chưa có lịch nộp lãi của từng hộ. Bổ sung rồi gửi lại.',
  overdue: 'Chưa có cam kết ghi ngày trả. Làm việc lại với hộ.',
  due: 'Còn hộ chưa ký nhận thông báo. Báo nốt rồi gửi lại.',
  unreachable: 'Chưa rõ hộ đang ở đâu. Hỏi thêm tổ trưởng và người thân.',
  inactive: 'Chưa ghi lý do của từng hộ. Bổ sung rồi gửi lại.',
  freeze: 'Chưa có biên bản kiểm tra. Lập biên bản rồi gửi lại.',
  weakGroup: 'Tổ chưa họp nên chưa coi là xong. Họp tổ rồi báo lại.',
  migrants: 'Danh sách chưa có người giữ liên lạc. Bổ sung rồi gửi lại.',
  needs: 'Còn tổ chưa gửi danh sách. Đôn đốc tổ rồi gửi lại.',
  missed: 'Chưa rõ hộ đang ở đâu. Hỏi thêm tổ trưởng và người thân.',
  silent: 'Chưa có ngày hẹn. Gặp lại hộ rồi báo.',
};

/** What people go to see, so that there may be a photo of it; orders over loans send them to households. */
const SEEN_ON_SITE: readonly (About | undefined)[] = [
  'checks',
  'overdue',
  'unreachable',
  'inactive',
  'freeze',
  'weakGroup',
  'missed',
  undefined,
];

/** Whether a task is about something of which there can be a photo. */
export function isSeenOnSite(text: string): boolean {
  return SEEN_ON_SITE.includes(aboutOf(text));
}

/** The report of a task that ends well. */
export function reportDone(text: string, seed: string): Report {
  const about = aboutOf(text);
  if (about) return { text: oneOf(DONE[about], seed, 'done'), outcome: 'done' };
  return { text: oneOf(ORDER_DONE, seed, 'done'), outcome: 'done' };
}

/** The report of a task that is not finished yet: it will be returned, or is all that could be done. */
export function reportPartly(text: string): Report {
  const about = aboutOf(text);
  return { text: about ? PARTLY[about] : 'Hộ hẹn trả dần, phiên tới nộp lần đầu.', outcome: 'partly' };
}

/** Why the report of a task is returned. */
export function lackingIn(text: string): string {
  const about = aboutOf(text);
  return about ? LACKING[about] : 'Chưa rõ kết quả. Báo lại cho đủ.';
}

/** Of the chair's orders over loans. */
const ORDER_DONE = [
  'Đã gặp hộ, hộ báo đã nộp tại điểm giao dịch.',
  'Hộ đã nộp phiên vừa rồi.',
  'Đã tới nhà vận động, hộ nói đã trả.',
] as const;
