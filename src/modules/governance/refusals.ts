import type { RefusalTexts } from '../../kernel/refusal.ts';
import { PAPER_REFUSALS } from './domain/paper-refusals.ts';

/** What a briefing may refuse. */
export const GOVERNANCE_REFUSALS = {
  noSessionToBrief: {
    status: 422,
    text: 'Điểm {point} không có phiên giao dịch ngày {heldOn}, nên không có buổi giao ban ngày đó. Chọn một phiên trong lịch.',
  },
  tooEarlyToPrepare: {
    status: 422,
    text: 'Giao ban ngày {heldOn} chuẩn bị được từ ngày {firstDay} (trước phiên {days} ngày).',
  },
  sessionBriefed: {
    status: 422,
    text: 'Phiên tháng {month}/{year} của điểm {point} đã có giao ban ngày {heldOn}, biên bản số {number}. Mỗi phiên một buổi giao ban: có gì cần sửa thì ghi văn bản bổ sung ở buổi ấy.',
  },
  briefingNotOpen: {
    status: 409,
    text: 'Giao ban ngày {heldOn} chưa bắt đầu. Bấm "Bắt đầu giao ban" rồi làm lại.',
  },
  briefingBegun: {
    status: 409,
    text: 'Giao ban ngày {heldOn} đã bắt đầu lúc {at}. Tải lại trang rồi ghi tiếp vào buổi họp đang mở.',
  },
  briefingBeforeItsDay: {
    status: 422,
    text: 'Hôm nay {today}, phiên ngày {heldOn} chưa tới nên chưa bắt đầu giao ban được. Cứ chuẩn bị tiếp; đến ngày {heldOn} bấm "Bắt đầu giao ban".',
  },
  dayMetUntold: {
    status: 422,
    text: 'Giao ban này của phiên ngày {heldOn}, hôm nay {today}. Cho biết họp hôm nay hay ghi lại buổi đã họp, rồi bấm "Bắt đầu giao ban".',
  },
  dayMetOutside: {
    status: 422,
    text: 'Ngày họp {metOn} không đúng: giao ban này họp từ ngày {heldOn} đến hôm nay {today}. Chọn một ngày trong khoảng đó.',
  },
  dayMetAfterNext: {
    status: 422,
    text: 'Ngày họp {metOn} không đúng: điểm giao dịch này đã họp giao ban phiên sau ngày {nextMetOn}. Chọn ngày từ {heldOn} đến {until}; nếu không họp thì bấm “Không tổ chức”.',
  },
  briefingClosed: {
    status: 409,
    text: 'Giao ban ngày {heldOn} đã kết thúc, biên bản số {number} không sửa được nữa. Có gì cần sửa thì ghi văn bản bổ sung, nêu lý do.',
  },
  briefingCancelled: {
    status: 409,
    text: 'Giao ban ngày {heldOn} không tổ chức ({by} ghi lúc {at}) nên không ghi thêm được. Nếu vẫn họp thì ghi vào buổi chuẩn bị lại: trang của buổi này có đường dẫn đến đó, hoặc nút "Chuẩn bị lại giao ban".',
  },
  tooLateToCancel: {
    status: 409,
    text: 'Giao ban ngày {heldOn} đã bắt đầu lúc {at} nên không ghi là không tổ chức được nữa. Ghi tiếp rồi bấm "Kết thúc giao ban"; không có kết luận cũng kết thúc được.',
  },
  briefingStillOpen: {
    status: 409,
    text: 'Giao ban ngày {heldOn} chưa kết thúc. Sửa thẳng vào nội dung, chưa cần văn bản bổ sung.',
  },
  contactUnknown: {
    status: 422,
    text: 'Số liên lạc này không có trong hồ sơ của hộ. Chọn lại trong các số của hộ, hoặc ghi số mới.',
  },
  contactWithoutHousehold: {
    status: 422,
    text: 'Khó khăn này không về một hộ nào nên không có hồ sơ để ghi số. Ghi số vào trang của hộ, rồi trả lời bằng lời.',
  },
  noConclusion: {
    status: 422,
    text: 'Giao ban chưa có kết luận nào. Ghi ít nhất một kết luận, hoặc xác nhận kết thúc không có kết luận.',
  },
  secretaryNotThere: {
    status: 422,
    text: 'Người được chọn làm thư ký không có mặt hoặc là người chủ trì. Chọn thư ký trong những người có mặt.',
  },
  conclusionIncomplete: {
    status: 422,
    text: 'Kết luận {lines} chưa có người làm hoặc chưa có hạn. Điền đủ rồi kết thúc.',
  },
  conclusionDuePassed: {
    status: 422,
    text: 'Kết luận {lines} có hạn trước ngày họp {metOn}. Sửa hạn từ {metOn} trở đi rồi kết thúc.',
  },
  conclusionInConflict: {
    status: 409,
    text: 'Kết luận {lines} đang có hai bản cùng ghi một lúc. Chọn một bản rồi làm lại.',
  },
  pointInConflict: {
    status: 409,
    text: 'Có {points} điểm cần nêu đang có hai bản cùng ghi một lúc. Chọn một bản ở phần "Điểm cần nêu" rồi kết thúc.',
  },
  dueBeforeBriefing: {
    status: 422,
    text: 'Hạn {dueOn} trước ngày giao ban {heldOn}. Chọn ngày từ {heldOn} trở đi.',
  },
  dueTooFar: {
    status: 422,
    text: 'Hạn {dueOn} xa quá {months} tháng. Xem lại năm, hoặc chọn ngày đến {latest}.',
  },
  difficultyDuePassed: {
    status: 409,
    text: 'Khó khăn giao {name} có hạn {dueOn}, trước ngày họp {metOn}. Giao lại với hạn từ {metOn} trở đi, trả lời hoặc bỏ, rồi kết thúc giao ban.',
  },
  seatUnknown: {
    status: 422,
    text: 'Không có nơi nhận việc này. Chọn lại trong danh sách, hoặc ghi tên đơn vị.',
  },
  ownerLeft: {
    status: 422,
    text: '{name} không còn đúng với chức vụ {title} (hiện nay: {holder}). Chọn lại người làm trong danh sách.',
  },
  ownerSince: {
    status: 422,
    text: '{name} giữ chức vụ {title} sau ngày họp {metOn} (ngày họp: {holder}), văn bản của buổi họp không ghi tên {name} được. Chọn lại người làm trong danh sách.',
  },
  seatNotHeld: {
    status: 422,
    text: '{name} không giữ chức vụ {title} ({on}: {holder}). Ghi tên người giữ, hoặc thêm {name} vào danh sách mà không kèm chức vụ đó.',
  },
  seatOnList: {
    status: 409,
    text: 'Chức vụ này đã có trong danh sách, ghi là {name}, {capacity}. Điểm danh ở dòng đó; nếu người đó đã thôi giữ chức vụ thì bấm “Đổi theo chức vụ hiện nay” ở dòng đó.',
  },
  seatAtMeeting: {
    status: 409,
    text: 'Chức vụ này đã có trong danh sách, ghi là {name}, {capacity}. Điểm danh ở dòng đó; nếu người giữ chức vụ vào ngày họp đến dự thì bấm nút ghi người đó dự ở dòng đó, người khác đến thì ghi là dự thay.',
  },
  tooManyLines: {
    status: 422,
    text: 'Một buổi giao ban ghi được nhiều nhất {most} {what}. Gộp các dòng giống nhau, hoặc bỏ dòng không dùng rồi ghi tiếp.',
  },
  lineChanged: {
    status: 409,
    text: 'Dòng này vừa được người khác sửa. Xem bản mới rồi làm lại nếu vẫn cần.',
  },
  versionChosen: { status: 409, text: '{by} đã chọn {choice} trước. Vẫn cần bản kia thì ghi lại bản đó.' },
  agendaChanged: { status: 409, text: '{by} vừa ghi lại chương trình này. Xem cả hai bản rồi chọn một.' },
  bringChanged: { status: 409, text: '{by} vừa ghi lại “Mang theo”. Xem cả hai bản rồi chọn một.' },
  attendeeIsAnother: {
    status: 409,
    text: 'Dòng này của danh sách dự nay là của {name}, không còn là của {shown}. Ghi lại cho {name} nếu đúng, hoặc thêm {shown} vào danh sách.',
  },
  placeOfOther: {
    status: 409,
    text: '{name} không giữ chức vụ của dòng này ({listed}, {capacity}) vào ngày họp, hoặc đã có dòng riêng trong danh sách. Tải lại trang rồi điểm danh lại; người đến thay thì ghi là dự thay.',
  },
  attendanceChanged: {
    status: 409,
    text: '{by} vừa điểm danh {name}: {presence}. Xem cả hai bản rồi chọn một.',
  },
  difficultyGiven: {
    status: 409,
    text: 'Khó khăn này vừa được giao cho {name}, hạn {dueOn}. Xem cả hai bản rồi chọn một.',
  },
  cursorInvalid: { status: 422, text: 'Không đọc được trang tiếp theo. Tải lại trang.' },
  idTaken: {
    status: 409,
    text: 'Lần bấm trước đã ghi được, với nội dung lúc đó. Xem phần đã ghi trên trang; nếu còn cần ghi thêm thì sửa lại nội dung rồi bấm lần nữa.',
  },
  templateInThePast: {
    status: 422,
    text: 'Ngày áp dụng {validFrom} đã qua (hôm nay {today}). Chọn hôm nay hoặc một ngày sau.',
  },
  mailNotSetUp: {
    status: 409,
    text: 'Nơi này không gửi thư: chưa đặt máy chủ thư (GIAOBAN_SMTP_HOST), hoặc đây là dữ liệu mẫu. In giấy mời ở dưới.',
  },
  tooLateToInvite: {
    status: 409,
    text: 'Giao ban ngày {heldOn} đã bắt đầu hoặc ngày họp đã qua nên không mời thêm bằng giấy được. Thêm người dự ở phần điểm danh.',
  },
  tooLateForHour: {
    status: 409,
    text: 'Giao ban ngày {heldOn} đã bắt đầu hoặc ngày họp đã qua nên không đổi giờ được nữa. Giờ bắt đầu thật ghi ở đầu trang và trong biên bản.',
  },
  invitationNotPrinted: {
    status: 409,
    text: 'Chưa in giấy mời cho {name}. Bấm "In giấy mời" rồi ghi ngày giao.',
  },
  toldByMail: {
    status: 409,
    text: '{name} được báo bằng thư nên không ghi báo trực tiếp. Tải lại trang để xem thư đã gửi chưa; thư không gửi được thì ghi được.',
  },
  handedInTheFuture: {
    status: 422,
    text: 'Ngày giao {handedOn} chưa tới (hôm nay {today}). Ghi ngày đã giao thật.',
  },
  figuresStandAlready: {
    status: 409,
    text: 'Buổi họp đã dùng số liệu mới nhất ngày {dataDate}. Tải lại trang để xem.',
  },
  figuresMovedOn: {
    status: 409,
    text: 'Số liệu ngày {dataDate} (bản {versionNumber}) vừa được thay bằng bản khác. Tải lại trang, xem số mới rồi chọn lại.',
  },
  deputyNameMissing: { status: 422, text: 'Ghi họ tên người dự thay.' },
  difficultyClosed: {
    status: 409,
    text: 'Khó khăn này đã được trả lời lúc {at}. Nêu khó khăn mới nếu còn vướng.',
  },
  difficultyDropped: {
    status: 409,
    text: 'Khó khăn này đã được {by} bỏ lúc {at}, lý do: {reason}. Nêu khó khăn mới nếu còn vướng.',
  },
  addendumOfBank: {
    status: 409,
    text: 'Chủ tịch UBND không chủ trì giao ban ngày {heldOn} nên không ghi bổ sung biên bản này được. Chép câu cần bổ sung, gửi cán bộ ngân hàng ghi.',
  },
  nameOfAnother: {
    status: 422,
    text: 'Chỉ cán bộ ngân hàng và Chủ tịch UBND ghi khó khăn thay người khác. Bỏ trống ô “Ai nêu” để nêu bằng tên mình.',
  },
  householdUnknown: {
    status: 422,
    text: 'Không tìm thấy hộ này trong phạm vi được giao. Chọn lại hộ trong danh sách.',
  },
  contractUnknown: {
    status: 422,
    text: 'Hợp đồng {contractNo} không phải món vay của hộ này theo số liệu. Chọn lại món trong danh sách, hoặc nêu từ trang của hộ.',
  },
  groupUnknown: {
    status: 422,
    text: 'Không tìm thấy tổ này trong phạm vi được giao. Chọn lại tổ trong danh sách.',
  },
  ...PAPER_REFUSALS,
} as const satisfies RefusalTexts;
