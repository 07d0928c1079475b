import type { RefusalTexts } from '../../kernel/refusal.ts';

const EXPORT_AGAIN = 'Xuất lại tệp từ chương trình của ngân hàng rồi nhập lại.';
const TYPE_AGAIN = 'Sửa ô đó trong tệp gốc hoặc xuất lại rồi nhập lại.';

/** What is wrong with one file of a batch; each stops the import until the file is replaced [EX9]. */
export const FILE_REFUSALS = {
  sheetEmpty: {
    status: 422,
    text: `Tệp “{file}” không có dòng nào trong các trang: {sheets}. ${EXPORT_AGAIN}`,
  },
  tooFewColumns: {
    status: 422,
    text: 'Tệp “{file}”, trang “{sheet}”: chỉ có {columns} cột và không khớp mẫu nào của ngân hàng (cần ít nhất {least} cột). Chọn đúng tệp hoặc xuất lại đủ cột.',
  },
  columnsMissing: {
    status: 422,
    text: 'Tệp “{file}”, trang “{sheet}”: giống {kind} nhưng chỉ khớp {matched}/{expected} cột. Thiếu: {columns}. Xuất lại tệp đủ cột.',
  },
  titleUnclear: {
    status: 422,
    text: 'Tệp “{file}”, trang “{sheet}”: cột giống nhau ở {choices}, mà tiêu đề “{title}” không cho biết là mẫu nào. Xuất lại tệp, giữ dòng tiêu đề.',
  },
  cellUnreadable: {
    status: 422,
    text:
      'Tệp “{file}”, trang “{sheet}”, dòng {row}, cột “{column}”: ô {shape}, không đọc được thành {wanted}. ' +
      TYPE_AGAIN,
  },
  dateColumnMixed: {
    status: 422,
    text:
      'Tệp “{file}”, trang “{sheet}”, cột “{column}”: có ô ghi ngày trước, có ô ghi tháng trước, nên không biết ô nào đúng. ' +
      EXPORT_AGAIN,
  },
  numberColumnMixed: {
    status: 422,
    text:
      'Tệp “{file}”, trang “{sheet}”, cột “{column}”: có ô dùng dấu chấm ngăn hàng nghìn, có ô dùng dấu phẩy, nên không biết ô nào đúng. ' +
      EXPORT_AGAIN,
  },
  contractRounded: {
    status: 422,
    text: 'Tệp “{file}”, trang “{sheet}”, dòng {row}: số khế ước ở dạng số nên Excel đã làm tròn các chữ số cuối. Xuất lại tệp, không mở và lưu bằng Excel.',
  },
  rowWithoutKey: {
    status: 422,
    text: `Tệp “{file}”, trang “{sheet}”, dòng {row}: có số liệu nhưng không có {key}. ${TYPE_AGAIN}`,
  },
  noDataRows: {
    status: 422,
    text:
      'Tệp “{file}”, trang “{sheet}” không có dòng dữ liệu nào dưới dòng tiêu đề. Kiểm tra điều kiện lọc khi xuất. ' +
      EXPORT_AGAIN,
  },
  partsDoNotAddUp: {
    status: 422,
    text:
      'Tệp “{file}”, trang “{sheet}”, dòng {row}, khế ước {contract}: trong hạn + quá hạn + khoanh = {parts} đ, khác tổng dư nợ {total} đ. ' +
      EXPORT_AGAIN,
  },
  duplicateDiffers: {
    status: 422,
    text:
      'Tệp “{file}”, trang “{sheet}”: khế ước {contract} ở dòng {first} và dòng {row} có dư nợ khác nhau. ' +
      EXPORT_AGAIN,
  },
  twoOffices: {
    status: 422,
    text: 'Tệp “{file}”, trang “{sheet}”: dòng {first} của PGD {office}, dòng {row} của PGD {other}. Mỗi tệp chỉ của một phòng giao dịch: xuất riêng từng PGD.',
  },
  twoDataDates: {
    status: 422,
    text: 'Tệp “{file}”, trang “{sheet}”: dòng {first} có ngày số liệu {date}, dòng {row} có ngày {other}. Xuất lại tệp cho một ngày số liệu.',
  },
  repeatedKey: {
    status: 422,
    text:
      'Tệp “{file}”, trang “{sheet}”: {key} “{value}” có ở dòng {first} và dòng {row} với số khác nhau. ' +
      EXPORT_AGAIN,
  },
  tooManyRows: {
    status: 413,
    text: 'Tệp “{file}”, trang “{sheet}”: có hơn {most} dòng, nhiều hơn mọi {kind} từng thấy. Kiểm tra lại tệp đã xuất.',
  },
  noSiblingMatch: {
    status: 422,
    text: 'Tệp “{file}”, trang “{sheet}” không ghi ngày số liệu và không khớp mẫu 31 của đợt này ở dòng nào (0/{rows}). Chọn tệp cùng ngày với mẫu 31.',
  },
  twoOfAKindTwoDates: {
    status: 422,
    text: 'Tệp “{file}” là {kind} ngày {date}, còn tệp “{other}” cũng là mẫu ấy nhưng ngày {otherDate}. Mỗi đợt nhập chỉ một ngày số liệu: bỏ một tệp, rồi nhập ngày kia thành đợt riêng.',
  },
  twoOfAKind: {
    status: 422,
    text: 'Tệp “{file}” cũng là {kind} như tệp “{other}” nhưng nội dung khác. Mỗi đợt nhập chỉ giữ một tệp của mỗi mẫu.',
  },
  dataDatesDisagree: { status: 422, text: 'Các tệp không cùng ngày số liệu: {files}. Nhập riêng từng ngày.' },
  officesDisagree: { status: 422, text: 'Các tệp không cùng phòng giao dịch: {files}. Nhập riêng từng PGD.' },
  dataDateMissing: {
    status: 422,
    text: 'Tệp “{file}” không ghi ngày số liệu ở cột hay tiêu đề, và không tệp nào cùng đợt cho biết ngày. Thêm một tệp có ngày số liệu.',
  },
  report31Missing: {
    status: 422,
    text: 'Đợt này không có mẫu 31 (hồ sơ tín dụng chi tiết) đọc được, nên chưa có món vay để ghi. Thêm tệp mẫu 31.',
  },
  rowsDoNotAddUp: {
    status: 422,
    text: 'Số dòng không cộng khớp: {rows} dòng khác {closed} tất toán + {savingsOnly} chỉ có tiết kiệm + {duplicates} lặp + {withoutBalance} hết dư nợ + {loans} còn dư nợ.',
  },
  stagedSumsDiffer: {
    status: 422,
    text: 'Số đã chuyển vào bảng tạm khác số đã đọc: {staged} món, {stagedVnd} đ so với {read} món, {readVnd} đ. Nhập lại đợt này.',
  },
  officeOutsideScope: {
    status: 422,
    text: 'Tệp “{file}” là của PGD {office} ({name}), ngoài phạm vi được giao. Chọn tệp của phòng giao dịch mình.',
  },
  communeOfAnotherOffice: {
    status: 422,
    text: 'Tệp “{file}” có món vay ở {name} (mã {commune}) do phòng giao dịch khác phụ trách. Kiểm tra lại tệp đã xuất.',
  },
  alreadyPublished: {
    status: 409,
    text: 'Tệp “{file}” giống hệt tệp đã ghi vào sổ cho ngày {date}. Số liệu không đổi nên không cần nhập lại.',
  },
  publicationUndone: {
    status: 409,
    text: 'Lần ghi giống hệt đợt này, số liệu ngày {date}, nay không còn. Đọc lại đợt này để xem trước rồi ghi.',
  },
  readingStopped: {
    status: 409,
    text: 'Việc đọc đã dừng theo yêu cầu, chưa có dòng nào được giữ. Đọc lại cả đợt, hoặc bỏ đợt này.',
  },
  readingFailed: {
    status: 409,
    text: 'Chưa đọc được đợt này. {message} Đọc lại cả đợt, hoặc bỏ đợt này.',
  },
} as const satisfies RefusalTexts;

/** Why a file, or its batch, cannot be used. */
export type FileRefusal = keyof typeof FILE_REFUSALS;

/** What an operation on batches may answer instead of doing it. */
export const BATCH_REFUSALS = {
  noFiles: { status: 400, text: 'Chưa có tệp nào. Chọn ít nhất một tệp .xlsx của ngân hàng.' },
  tooManyFiles: {
    status: 413,
    text: 'Mỗi đợt nhận tối đa {most} tệp. Bỏ bớt tệp rồi gửi lại.',
  },
  batchTooLarge: {
    status: 413,
    text: 'Các tệp cộng lại lớn hơn {mostMib} MiB. Gửi thành nhiều đợt, mỗi đợt một phòng giao dịch và một ngày số liệu.',
  },
  receivedFileTooLarge: {
    status: 413,
    text: 'Tệp “{file}” lớn hơn {mostMib} MiB. Xuất riêng từng phòng giao dịch rồi gửi lại.',
  },
  officeUnclear: {
    status: 400,
    text: 'Phạm vi được giao không có đúng một phòng giao dịch. Chọn chức vụ của một phòng giao dịch rồi nhập.',
  },
  batchNotWaiting: {
    status: 409,
    text: 'Đợt nhập này đang ở trạng thái “{state}” nên không làm được việc này. Mở lại đợt nhập để xem.',
  },
  answersIncomplete: {
    status: 400,
    text: 'Còn cột chưa trả lời: {columns}. Chọn cách đọc cho từng cột.',
  },
  noWholeReport: {
    status: 409,
    text: 'Đợt này chưa có mẫu 31 đọc được trọn vẹn nên chưa biết tệp nào không dùng. Thêm mẫu 31, hoặc bỏ từng tệp.',
  },
  noUnusedFiles: { status: 409, text: 'Mọi tệp của đợt này đều đang dùng. Tải lại trang để xem.' },
  onlyFile: {
    status: 409,
    text: 'Đây là tệp duy nhất của đợt nhập. Thêm tệp khác trước, hoặc bỏ cả đợt.',
  },
  batchPublished: {
    status: 409,
    text: 'Đợt này đã ghi vào sổ nên không bỏ được. Hoàn tác lần ghi trước.',
  },
} as const satisfies RefusalTexts;

/** What this module may refuse, besides what the reader of workbooks refuses. */
export const EXTRACTS_REFUSALS = { ...FILE_REFUSALS, ...BATCH_REFUSALS } as const satisfies RefusalTexts;
