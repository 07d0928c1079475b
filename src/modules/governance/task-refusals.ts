import type { RefusalTexts } from '../../kernel/refusal.ts';

/** What directives and tasks may refuse, besides what briefings do. */
export const TASK_REFUSALS = {
  orderOfChairOnly: {
    status: 422,
    text: 'Chỉ đạo do Chủ tịch UBND ra. Cán bộ ngân hàng ghi nghị quyết của Ban đại diện, hoặc ghi kết luận trong buổi giao ban.',
  },
  resolutionMissing: {
    status: 422,
    text: 'Ghi đủ số, ngày và cơ quan ban hành của nghị quyết Ban đại diện.',
  },
  paperNumberMissing: { status: 422, text: 'Có ngày văn bản mà chưa có số. Ghi số văn bản, hoặc bỏ ngày.' },
  paperInFuture: {
    status: 422,
    text: 'Ngày văn bản {paperOn} sau hôm nay {today}. Ghi ngày đã ban hành.',
  },
  dueBeforeToday: { status: 422, text: 'Hạn {dueOn} trước hôm nay {today}. Chọn ngày từ {today} trở đi.' },
  nobodyToGive: {
    status: 422,
    text: 'Chưa có ai nhận việc. Chọn ít nhất một nơi nhận, hoặc bỏ bớt điều kiện lọc danh sách.',
  },
  listUnknown: { status: 422, text: 'Không có danh sách này. Chọn lại trong các danh sách đang có.' },
  listNotPublished: {
    status: 422,
    text: 'Chưa có số liệu nên chưa có danh sách món vay. Nhập số liệu trước, hoặc giao theo hội, thôn, khu phố, tổ.',
  },
  listChanged: {
    status: 409,
    text: 'Danh sách vừa có số liệu ngày {listDate}, khác số liệu ngày {seenDate} đang xem. Xem lại danh sách rồi giao.',
  },
  loansNotOnList: {
    status: 409,
    text: 'Có {loans} món đã chọn không còn trong danh sách. Xem lại danh sách rồi giao.',
  },
  tooManyTasks: {
    status: 422,
    text: 'Danh sách có {tasks} món, một chỉ đạo giao được nhiều nhất {most} việc. Lọc theo hội, thôn, khu phố hoặc tổ rồi giao từng phần.',
  },
  nothingToMeasure: {
    status: 422,
    text: 'Phần đã chọn không có món nào trong danh sách ngày {listDate}. Chọn danh sách khác, hoặc phần rộng hơn.',
  },
  tooManyToMeasure: {
    status: 422,
    text: 'Phần đã chọn có hơn {most} món. Chọn một hội, thôn, khu phố, tổ hoặc một hộ.',
  },
  taskNotYours: {
    status: 422,
    text: 'Việc này giao cho {owner}. Người giữ chức vụ đó trả lời, hoặc báo để cán bộ ngân hàng, Chủ tịch UBND ghi thay.',
  },
  taskStateWrong: {
    status: 409,
    text: 'Việc này đang ở trạng thái "{state}" nên không làm được thao tác này. Tải lại trang để xem mới nhất.',
  },
  taskChanged: {
    status: 409,
    text: 'Việc này vừa có thay đổi. Xem lại báo cáo mới nhất rồi quyết định.',
  },
  ownReport: {
    status: 422,
    text: 'Người ghi báo cáo không tự nhận, không tự trả lại báo cáo đó. Nhờ người khác xem: Chủ tịch UBND, giám đốc hoặc cán bộ ngân hàng. Cần sửa thì bổ sung báo cáo.',
  },
  sameOwner: { status: 422, text: '{owner} đang giữ việc này rồi. Chọn người khác.' },
  doneLongBefore: {
    status: 422,
    text: 'Ngày làm {doneOn} sớm hơn ngày giao việc quá {months} tháng. Ghi ngày từ {earliest} trở đi.',
  },
  doneInFuture: { status: 422, text: 'Ngày làm xong {doneOn} sau hôm nay {today}. Ghi ngày đã làm.' },
  recordUnknown: {
    status: 422,
    text: 'Có hồ sơ không còn, hoặc ngoài phạm vi được giao. Bỏ hồ sơ đó, hoặc chọn lại, rồi gửi báo cáo.',
  },
  fileUnknown: {
    status: 422,
    text: 'Có tệp chưa gửi xong hoặc không thuộc việc này. Gửi lại tệp rồi gửi báo cáo.',
  },
} as const satisfies RefusalTexts;
