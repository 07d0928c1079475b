import type { RefusalTexts } from '../../kernel/refusal.ts';

/** What identity may answer with besides its outputs: code, status and sentence. */
export const IDENTITY_REFUSALS = {
  signInRefused: {
    status: 401,
    text: 'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đã bị khóa. Kiểm tra lại, hoặc nhờ quản trị đặt lại.',
  },
  signInDelayed: {
    status: 429,
    text: 'Đăng nhập không thành công nhiều lần liền. Thử lại sau {seconds} giây.',
  },
  codeRefused: {
    status: 401,
    text: 'Mã xác thực không đúng hoặc đã dùng. Đợi mã mới trên điện thoại rồi nhập lại, hoặc dùng một mã dự phòng.',
  },
  authenticatorCodeRefused: {
    status: 401,
    text: 'Mã không khớp hoặc đã dùng. Kiểm tra giờ trên điện thoại, đợi mã mới của Giao Ban trong ứng dụng xác thực rồi nhập lại.',
  },
  secondFactorNotSetUp: {
    status: 409,
    text: 'Tài khoản chưa bật mã xác thực. Bật mã xác thực trước.',
  },
  secondFactorAlreadySetUp: {
    status: 409,
    text: 'Tài khoản đã bật mã xác thực. Muốn đổi điện thoại, dùng mục Đổi điện thoại ở trang Tài khoản, hoặc nhờ quản trị đặt lại.',
  },
  secondFactorRequired: {
    status: 409,
    text: 'Chức vụ {role} bắt buộc dùng mã xác thực nên không tắt được.',
  },
  passwordWrong: { status: 422, text: 'Mật khẩu hiện tại không đúng. Nhập lại.' },
  passwordTooShort: {
    status: 422,
    text: 'Mật khẩu có {length} ký tự; cần ít nhất {least}. Nên dùng một câu dễ nhớ, có thể có dấu cách và dấu tiếng Việt.',
  },
  passwordTooLong: { status: 422, text: 'Mật khẩu dài quá {most} ký tự. Rút ngắn lại.' },
  passwordGuessable: {
    status: 422,
    text: 'Mật khẩu dễ đoán: {why}. Bỏ phần ấy đi thì không còn đủ. Chọn một câu khác.',
  },
  linkNotUsable: {
    status: 409,
    text: 'Liên kết không đúng, đã dùng hoặc đã hết hạn. Xin quản trị cấp liên kết mới.',
  },
  loginTaken: {
    status: 409,
    text: 'Tên đăng nhập {login} đã có người dùng. Chọn số điện thoại hoặc tên khác.',
  },
  lastAdministrator: {
    status: 409,
    text: 'Đây là quản trị cuối cùng còn hoạt động. Giao quyền quản trị cho người khác trước.',
  },
  assignmentIncomplete: { status: 422, text: 'Chức vụ {role} cần nêu {field}. Chọn rồi lưu lại.' },
  placeUnknown: { status: 422, text: 'Không có {field} này trong danh mục tại ngày bắt đầu. Chọn lại.' },
  officeHeldAlready: {
    status: 409,
    text: 'Người này đã giữ chức vụ {role} ở nơi ấy từ ngày {from}. Kết thúc lần ấy trước, hoặc chọn ngày sau đó.',
  },
  officeHeldByOther: {
    status: 409,
    text: '{office} đang do {holder} giữ, {days}. Đặt ngày kết thúc cho người ấy trước, hoặc cho bắt đầu sau ngày đó. Nếu cả hai cùng giữ thì chọn “Vẫn giao”.',
  },
  endBeforeStart: {
    status: 422,
    text: 'Ngày kết thúc {end} sớm hơn ngày bắt đầu {start}. Sửa lại ngày kết thúc.',
  },
} as const satisfies RefusalTexts;

/** A refusal code of identity. */
export type IdentityRefusalCode = keyof typeof IDENTITY_REFUSALS;
