import { sql } from 'kysely';
import { z } from 'zod';
import { count, date, fileAnswer, id, operation, vnd } from '../../../kernel/contract.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../../audit/append-audit.ts';
import { type Handler, implement, implementPrepared, type ModuleRoutes } from '../implement.ts';

/** A scope for handlers of the samples. */
export const SYSTEM = { communeIds: [], officeIds: [], system: true };
/** What must never come back in an error or stand in a log: a made-up person. */
export const PERSON_TEXT = 'Nguyễn Thị Ánh, CCCD 038187001234, điện thoại 0912345678';

/** A question with every kind of value in its address. */
export const ask = operation({
  name: 'sample.ask',
  method: 'GET',
  path: '/sample/ask/{dataDate}',
  summary: 'Hỏi thử.',
  input: z.object({
    dataDate: date,
    amountVnd: vnd,
    limit: count.optional(),
    isOpen: z.boolean().optional(),
    codes: z.array(z.string()).optional(),
    loans: z.array(vnd).optional(),
  }),
  output: z.object({
    amountVnd: vnd,
    dataDate: date,
    limit: count.optional(),
    isOpen: z.boolean().optional(),
    codes: z.array(z.string()).optional(),
    loans: z.array(vnd).optional(),
  }),
  permission: 'anyone',
});

/** A command with a refusal. */
export const change = operation({
  name: 'sample.change',
  method: 'POST',
  path: '/sample/{id}/change',
  summary: 'Sửa thử.',
  input: z.object({ id, amountVnd: vnd, text: z.string().max(20) }),
  output: z.object({ fields: z.array(z.string()), amountVnd: vnd }),
  refusals: ['sampleClosed'],
  permission: 'signedIn',
});

/** A question that breaks in the way asked for. */
export const fail = operation({
  name: 'sample.fail',
  method: 'GET',
  path: '/sample/fail/{how}',
  summary: 'Lỗi thử.',
  input: z.object({ how: z.string(), fullName: z.string().optional() }),
  output: z.object({ done: z.boolean() }),
  permission: 'anyone',
});

/** A command that takes files. */
export const send = operation({
  name: 'sample.send',
  method: 'POST',
  path: '/sample/send',
  summary: 'Gửi tệp thử.',
  input: z.object({ limit: count.optional() }),
  output: z.object({ files: z.array(z.object({ name: z.string(), bytes: count })) }),
  permission: 'anyone',
  request: 'files',
});

/** A command that takes less than the server does. */
export const sendSmall = operation({
  ...send,
  name: 'sample.sendSmall',
  path: '/sample/send-small',
  mostFileBytes: 1_048_576,
});

/** A command whose files are refused when they are looked at, with `limit` before they are received, by a code that it does not declare. */
export const sendLookedAt = operation({
  ...send,
  name: 'sample.sendLookedAt',
  path: '/sample/send-looked-at',
});

/** A question that answers with a file. */
export const keep = operation({
  name: 'sample.keep',
  method: 'GET',
  path: '/sample/keep',
  summary: 'Tải tệp thử.',
  input: z.object({}),
  output: fileAnswer,
  permission: 'anyone',
  answer: 'file',
});

/** A command whose refusal is kept; told `broken…` it breaks its contract. */
export const countFailure = operation({
  name: 'sample.countFailure',
  method: 'POST',
  path: '/sample/count',
  summary: 'Đếm thử.',
  input: z.object({ key: z.string() }),
  output: z.object({}),
  refusals: ['sampleClosed'],
  permission: 'anyone',
});

const receiveFiles: Handler<typeof send> = async (_, { files }) => {
  const received: { name: string; bytes: number }[] = [];
  for await (const { name, content } of files) {
    let bytes = 0;
    for await (const chunk of content) bytes += (chunk as Buffer).length;
    received.push({ name, bytes });
  }
  return { files: received };
};

/** All of them, implemented. */
export const sampleRoutes: ModuleRoutes = {
  implementations: [
    implement(ask, async (input) => input),
    implement(
      change,
      async (input) =>
        input.text === 'đóng'
          ? refuse('sampleClosed')
          : { fields: Object.keys(input).sort(), amountVnd: input.amountVnd },
      { runsAs: 'system' },
    ),
    implement(fail, async ({ how }, { tx }) => {
      if (how === 'throw') throw new Error(`không xử lý được ${PERSON_TEXT}`);
      if (how === 'database') await sql`select ${PERSON_TEXT}::date`.execute(tx);
      if (how === 'output') return { done: PERSON_TEXT } as never;
      return refuse('undeclared' as 'notFound');
    }),
    implement(send, receiveFiles, { runsAs: 'system' }),
    implement(sendSmall, receiveFiles, { runsAs: 'system' }),
    implementPrepared(sendLookedAt, {
      askFirst: async ({ limit }) => (limit === undefined ? null : refuse('undeclared' as never)),
      prepare: async () => refuse('undeclared' as never),
    }),
    implement(keep, async () => ({
      name: "Danh sách (10) 'thử'.csv",
      mediaType: 'text/csv',
      content: 'a;b',
    })),
    implement(
      countFailure,
      async ({ key }, { tx, note }) => {
        if (key.startsWith('broken')) note({ communeId: SYSTEM_CHAIN, subject: {} });
        await sql`insert into identity.sign_in_attempt (key, failures, last_failure_at, blocked_until)
                  values (${key}, 1, '2026-11-03', '2026-11-03')`.execute(tx);
        return key.startsWith('broken') ? (PERSON_TEXT as never) : refuse('sampleClosed');
      },
      { runsAs: 'system', onRefusal: 'commit' },
    ),
  ],
  refusals: {
    sampleClosed: { status: 409, text: 'Mục thử đã đóng.' },
    undeclared: { status: 409, text: 'Không khai báo.' },
  },
};
