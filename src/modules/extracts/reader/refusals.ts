import type { RefusalTexts } from '../../../kernel/refusal.ts';

/** Why a workbook cannot be read: what is wrong, where, and what to do. `{place}` is a sheet, or a part of the file. */
export const READER_REFUSALS = {
  fileEmpty: {
    status: 422,
    text: 'Tệp rỗng (0 byte). Xuất lại tệp từ chương trình của ngân hàng rồi nhập lại.',
  },
  fileTooLarge: {
    status: 413,
    text: 'Tệp lớn {sizeMib} MiB; chỉ nhận tệp đến {mostMib} MiB. Xuất riêng từng phòng giao dịch rồi nhập lại.',
  },
  fileOldBinary: {
    status: 422,
    text: 'Tệp .xls kiểu cũ: mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi nhập lại.',
  },
  fileBinaryWorkbook: {
    status: 422,
    text: 'Tệp .xlsb (sổ tính nhị phân): mở bằng Excel, lưu lại thành .xlsx rồi nhập lại.',
  },
  fileOpenDocument: {
    status: 422,
    text: 'Tệp .ods của LibreOffice: mở bằng LibreOffice, lưu lại thành .xlsx rồi nhập lại.',
  },
  fileEncrypted: {
    status: 422,
    text: 'Tệp có đặt mật khẩu nên không đọc được. Mở bằng Excel, bỏ mật khẩu (Thông tin → Bảo vệ sổ làm việc), lưu lại rồi nhập lại.',
  },
  fileIsText: {
    status: 422,
    text: 'Tệp này là văn bản (CSV, HTML hoặc XML) đổi đuôi, không phải sổ tính .xlsx. Xuất lại dạng .xlsx từ chương trình của ngân hàng; đừng mở bằng Excel rồi lưu, vì Excel làm tròn số khế ước.',
  },
  fileNotWorkbook: {
    status: 422,
    text: 'Tệp này là {kind}, không phải sổ tính .xlsx. Chọn tệp báo cáo đã xuất từ chương trình của ngân hàng.',
  },
  fileCutOff: {
    status: 422,
    text: 'Tệp bị cụt: phần cuối không còn. Chép hoặc tải lại tệp cho đủ rồi nhập lại.',
  },
  fileDamaged: {
    status: 422,
    text: 'Tệp hỏng ở {place}: nội dung không khớp với mục lục của tệp. Chép hoặc xuất lại tệp rồi nhập lại.',
  },
  archiveTooManyEntries: {
    status: 413,
    text: 'Trong tệp có {entries} tệp con; sổ tính chỉ được có đến {most}. Tệp này không an toàn nên không mở. Xuất lại từ chương trình của ngân hàng.',
  },
  archiveTooLarge: {
    status: 413,
    text: 'Giải nén {place} ra quá lớn: {sizeMib} MiB, chỉ nhận đến {mostMib} MiB. Tệp này không an toàn nên không mở. Xuất lại từ chương trình của ngân hàng.',
  },
  archiveRatioTooHigh: {
    status: 413,
    text: '{place} nén {ratio} lần; chỉ nhận đến {most} lần. Tệp này không an toàn nên không mở. Xuất lại từ chương trình của ngân hàng.',
  },
  archiveEntryName: {
    status: 422,
    text: 'Trong tệp có tên tệp con không hợp lệ “{name}” ({why}). Tệp này không an toàn nên không mở. Xuất lại từ chương trình của ngân hàng.',
  },
  archiveEntryEncrypted: {
    status: 422,
    text: '{place} trong tệp bị đặt mật khẩu. Lưu lại sổ tính không mật khẩu rồi nhập lại.',
  },
  archiveMethodUnknown: {
    status: 422,
    text: '{place} nén theo cách lạ (số {method}). Mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi nhập lại.',
  },
  workbookPartMissing: {
    status: 422,
    text: 'Sổ tính thiếu {place}. Mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi nhập lại.',
  },
  sheetNotThere: {
    status: 422,
    text: 'Sổ tính có {sheets} trang tính; không có trang thứ {number}. Chọn lại trang tính.',
  },
  sheetTooCluttered: {
    status: 413,
    text: 'Trang “{sheet}”{where}: phần phụ (ô trống, gộp ô, liên kết, định dạng, ghi chú) nhiều hơn hẳn số liệu nên không đọc tiếp. Chép riêng các ô có số liệu sang một sổ tính mới rồi nhập lại.',
  },
  sheetIsChart: {
    status: 422,
    text: 'Trang “{sheet}” là biểu đồ hoặc hộp thoại, không có ô số liệu. Chọn trang tính có bảng số liệu.',
  },
  xmlMalformed: {
    status: 422,
    text: '{place} viết sai cấu trúc{where}. Mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi nhập lại.',
  },
  xmlHasEntities: {
    status: 422,
    text: '{place} có khai báo DTD hoặc ENTITY. Tệp này không an toàn nên không mở. Xuất lại từ chương trình của ngân hàng.',
  },
  xmlEncoding: {
    status: 422,
    text: '{place} dùng bảng mã {encoding}; chỉ đọc UTF-8. Mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi nhập lại.',
  },
  cellReferenceInvalid: {
    status: 422,
    text: 'Trang “{sheet}”, gần dòng {row}: địa chỉ ô “{reference}” không hợp lệ. Mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi nhập lại.',
  },
  cellBeyondLimits: {
    status: 422,
    text: 'Trang “{sheet}”, dòng {row}, cột {column}: vượt quá giới hạn của Excel (1.048.576 dòng, 16.384 cột). Xuất lại tệp rồi nhập lại.',
  },
  cellTextTooLong: {
    status: 422,
    text: 'Trang “{sheet}”, dòng {row}, cột {column}: một ô dài quá mức. Xóa nội dung ô đó, lưu lại rồi nhập lại.',
  },
  cellTextDamaged: {
    status: 422,
    text: 'Trang “{sheet}”, dòng {row}, cột {column}: chữ trong ô bị hỏng, không đúng UTF-8. Xuất lại tệp rồi nhập lại.',
  },
  sharedTextsTooMany: {
    status: 413,
    text: 'Bảng chữ dùng chung có hơn {most} dòng. Tệp này không an toàn nên không mở. Xuất lại từ chương trình của ngân hàng.',
  },
  sharedTextTooLong: {
    status: 413,
    text: 'Bảng chữ dùng chung, chữ thứ {number}: dài quá mức của một ô. Tệp này không an toàn nên không mở. Xuất lại từ chương trình của ngân hàng.',
  },
  partTooCluttered: {
    status: 413,
    text: '{place} có quá nhiều phần phụ so với nội dung. Tệp này không an toàn nên không mở. Xuất lại từ chương trình của ngân hàng.',
  },
  sharedTextMissing: {
    status: 422,
    text: 'Trang “{sheet}”, dòng {row}, cột {column}: ô trỏ tới chữ dùng chung không có trong tệp. Mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi nhập lại.',
  },
} as const satisfies RefusalTexts;

/** A refusal code of the workbook reader. */
export type ReaderRefusalCode = keyof typeof READER_REFUSALS;
