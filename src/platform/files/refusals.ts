import { FILE_TOO_LARGE } from '../../kernel/file-size.ts';
import type { RefusalTexts } from '../../kernel/refusal.ts';

/** What taking or giving out a file may refuse; modules whose records take files offer these. */
export const FILE_REFUSALS = {
  noFile: {
    status: 422,
    text: 'Chưa có tệp nào, hoặc tệp đã chọn trống (0 byte). Chọn ảnh hoặc tệp có nội dung rồi gửi lại.',
  },
  tooManyFiles: { status: 422, text: 'Mỗi lần gửi một tệp. Gửi từng tệp một.' },
  fileTooLarge: { status: 413, text: FILE_TOO_LARGE },
  fileKindUnknown: {
    status: 422,
    text: 'Tệp {file} không phải ảnh (JPEG, PNG, WebP), PDF, Word (docx) hay Excel (xlsx) không có macro. Gửi tệp khác.',
  },
  fileNameFalse: {
    status: 422,
    text: 'Tệp {file} mang đuôi .{ending} nhưng nội dung là {kind}. Kiểm tra lại tệp, đổi đúng đuôi rồi gửi lại.',
  },
  imageTooLarge: {
    status: 422,
    text: 'Ảnh {file} có quá nhiều điểm ảnh (nhiều nhất 50 triệu). Chụp lại với cỡ nhỏ hơn rồi gửi lại.',
  },
  fileBroken: { status: 422, text: 'Tệp {file} bị hỏng, không mở được. Chụp hoặc lưu lại rồi gửi lại.' },
  fileInfected: {
    status: 422,
    text: 'Tệp {file} có mã độc nên không được nhận. Quét máy hoặc điện thoại rồi gửi tệp khác.',
  },
  fileGone: {
    status: 404,
    text: 'Tệp {file} không còn trên máy chủ hoặc không còn nguyên vẹn. Báo người quản trị, hoặc nhờ người báo cáo gửi lại.',
  },
  fileIdTaken: { status: 409, text: 'Tệp này đã được gửi với nội dung khác. Chọn lại tệp rồi gửi.' },
} as const satisfies RefusalTexts;
