import { formatDate } from '../../kernel/dates.ts';
import { type RefusalTexts, refuse } from '../../kernel/refusal.ts';
import { emptyDatabase } from '../../platform/db/empty-database.ts';
import { prepareAlone } from '../../platform/db/prepare-alone.ts';
import { findInstallation } from '../../platform/installation.ts';
import { createLogger } from '../../platform/log.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { drainOutbox } from '../../platform/outbox/deliver-outbox.ts';
import { DEMO_DAY } from '../../server/demo/fill-demo.ts';
import { EVENT_HANDLERS, fillDatabase } from '../../server/modules.ts';
import type { Command, OpenCommand } from '../command.ts';

const DEMO_COMMAND_REFUSALS = {
  notTheDemo: {
    status: 409,
    text: 'Cơ sở dữ liệu này không phải dữ liệu mẫu nên không xóa. Muốn có dữ liệu mẫu: chạy npm start với GIAOBAN_DATA_DIR là một thư mục mới.',
  },
} as const satisfies RefusalTexts;

/** `demo reset`: throws the demo away and fills it anew. It never touches a real installation. */
export const demoReset: Command = {
  name: 'demo reset',
  usage: '',
  summary: 'Xóa dữ liệu mẫu và dựng lại như mới.',
  options: [],
  makesDatabase: 'anywhere',
  refusals: DEMO_COMMAND_REFUSALS,
  run: async ({ open }) => {
    const opened = await open();
    const isReset = await prepareAlone(opened.owner, () => resetDemo(opened));
    if (!isReset) return refuse('notTheDemo');
    return {
      json: { today: DEMO_DAY },
      text: `Dữ liệu mẫu đã dựng lại, ngày ${formatDate(DEMO_DAY)}. Ai đang mở trang thì đăng nhập lại.`,
    };
  },
};

/** @returns false, with nothing touched, when the database is no demo */
async function resetDemo({ platform, demo, files, application, owner }: OpenCommand): Promise<boolean> {
  const found = await findInstallation(platform);
  if (found === 'real') return false;
  if (found !== 'new') await emptyDatabase(owner);
  const logger = createLogger(platform.clock, { level: 'silent' });
  const deliverer = { platform, handlers: EVENT_HANDLERS, logger, metrics: createMetrics() };
  await fillDatabase(
    { platform, demo, files, owner, application },
    { hasDemo: true, deliver: () => drainOutbox(deliverer), report: () => undefined },
  );
  return true;
}
