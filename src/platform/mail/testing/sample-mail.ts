import type { Platform } from '../../command.ts';
import { openMailServer } from '../mail-server.ts';
import type { MailSender } from '../send-mail.ts';

/** Limits that no test reaches by chance. */
const LIMITS = { perMinute: 100, perHour: 1000, pauseAfterFailures: 10 };

/** The quiet hours of the house. */
const NIGHT = { fromHour: 21, untilHour: 7 };

/** A mail to a person without an office; sample data. */
export const SAMPLE_MAIL = {
  kind: 'sample',
  toSeat: null,
  toName: 'Trần Thị Mai',
  toAddress: 'mai@xa.vn',
  subject: 'Giấy mời họp giao ban',
  text: 'Kính gửi bà Mai\n.\nHẹn gặp',
};

/** Sends by a server on this machine, in whose commune everybody holds their office. */
export const sampleSender = (platform: Platform, port: number): MailSender => ({
  platform,
  server: openMailServer(
    { host: '127.0.0.1', port, account: null, from: 'giaoban@xa.vn' },
    'Tổ giao dịch xã',
  ),
  quietHours: async () => NIGHT,
  limits: async () => LIMITS,
  holdsSeat: async () => true,
});
