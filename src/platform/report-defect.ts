import { systemClock } from './clock.ts';
import { createLogger } from './log.ts';
import { openLogFile } from './log-file.ts';
import { newReference } from './reference.ts';

/** A defect as a person is told of it. */
export type ReportedDefect = { readonly reference: string; readonly message: string };

/**
 * Writes what was thrown to the log of the data folder, with its places in the code, and answers the sentence that is
 * printed in its stead: of the fault itself it says nothing but the reference under which the log has it.
 *
 * @param where the command or part of the program that threw
 */
export function reportDefect(error: unknown, { dataDir, where }: DefectPlace): ReportedDefect {
  const reference = newReference();
  try {
    const logger = createLogger(systemClock(), { destination: openLogFile(dataDir) });
    logger.error({ err: error, reference, where }, 'defect');
  } catch {
    // The folder cannot be written. The person is told that much; what was thrown may name people, so it is not shown.
    const message = `Hệ thống gặp lỗi ngoài dự kiến và không ghi được nhật ký trong thư mục ${dataDir}. Cấp quyền ghi cho thư mục này rồi chạy lại.`;
    return { reference, message };
  }
  const message = `Hệ thống gặp lỗi ngoài dự kiến. Thử lại; nếu vẫn lỗi, báo mã ${reference}: mã này nằm trong tệp giaoban.log của thư mục ${dataDir}.`;
  return { reference, message };
}

type DefectPlace = { readonly dataDir: string; readonly where: string };
