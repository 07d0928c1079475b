import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type FileAnswer, GENERAL_REFUSALS, type Operation } from '../../kernel/contract.ts';
import { inMegabytes, MIB } from '../../kernel/file-size.ts';
import { type Refusal, type RefusalTexts, refusalText, refuse } from '../../kernel/refusal.ts';
import { NoConnection } from '../db/no-connection.ts';
import type { Metrics } from '../metrics.ts';
import { errorCode } from '../start-problem.ts';
import type { FileToMake } from './implement.ts';

/**
 * Answers with a refusal: its status, its Vietnamese sentence, and the reference under which the log has the request.
 * One that ends by waiting says for how long to programs too: `seconds` of its data is its `Retry-After`.
 */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { texts, refusal }: { texts: RefusalTexts; refusal: Refusal },
): FastifyReply {
  const entry = texts[refusal.refused];
  if (!entry) throw new Error(`no text for refusal ${refusal.refused}`);
  const { seconds } = refusal.data;
  if (entry.status === TOO_MANY && seconds !== undefined) reply.header('retry-after', seconds);
  return reply
    .code(entry.status)
    .header('cache-control', 'no-store')
    .send({
      refused: refusal.refused,
      message: refusalText(texts, refusal),
      data: refusal.data,
      reference: request.id,
    });
}

const TOO_MANY = 429;

/** The same for the refusals that any operation may answer with. */
export function sendGeneralRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): FastifyReply {
  return sendRefusal(request, reply, { texts: GENERAL_REFUSALS, refusal });
}

/**
 * An operation's output as it travels; what the contract does not declare is left out.
 *
 * @throws ZodError when the output does not fit the contract
 */
export function encodeOutput(operation: Operation, output: unknown): unknown {
  return operation.answer === 'file' ? output : z.encode(operation.output, output as never);
}

/** Answers with an encoded output; a file that is still to be made is made here, after the transaction. */
export async function sendOutput(
  reply: FastifyReply,
  operation: Operation,
  encoded: unknown,
): Promise<FastifyReply> {
  if (operation.answer !== 'file') return reply.header('cache-control', 'no-store').send(encoded);
  const file = encoded as FileAnswer | FileToMake;
  const { name, mediaType } = file;
  const content = 'make' in file ? await file.make() : file.content;
  return reply
    .header('cache-control', 'no-store')
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeFileName(name)}`)
    .send(typeof content === 'string' ? content : Buffer.from(content));
}

/** RFC 8187: besides what `encodeURIComponent` does, these too. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Answers what was thrown. Limits and malformed requests that the HTTP parts report are refusals; anything else is a
 * defect: a sentence and a reference for the person, type and places for the log, and no more.
 */
export function errorHandler(metrics: Metrics, limits: { fileBytes: number; files: number }) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const notNow = unavailableOf(error);
    if (notNow) {
      request.log.warn({ err: error, reference: request.id }, 'not now');
      return sendGeneralRefusal(request, reply.header('retry-after', RETRY_SECONDS), notNow);
    }
    const refusal = refusalOf(error, limits);
    if (refusal) return sendGeneralRefusal(request, reply, refusal);
    metrics.defects.inc({ where: request.routeOptions.url ?? 'unknown' });
    request.log.error({ err: error, reference: request.id }, 'defect');
    return reply
      .code(500)
      .header('cache-control', 'no-store')
      .send({
        refused: 'defect',
        message: `Hệ thống gặp lỗi ngoài dự kiến. Thử lại; nếu vẫn lỗi, báo mã ${request.id} cho người quản trị.`,
        data: {},
        reference: request.id,
      });
  };
}

/** When it may be worth asking again. */
const RETRY_SECONDS = 5;
/** PostgreSQL ended a statement: it took longer than it may. */
const QUERY_CANCELED = '57014';

/** PostgreSQL gave up one of two transactions that waited for each other, or could not be put in one order. */
const GIVEN_UP = ['40P01', '40001'];

/** What is over by itself: no connection was free, another went first, or a statement took too long. Nothing was changed. */
function unavailableOf(error: unknown): Refusal | undefined {
  const code = errorCode(error) ?? '';
  if (error instanceof NoConnection || GIVEN_UP.includes(code)) return refuse('databaseBusy');
  return code === QUERY_CANCELED ? refuse('tookTooLong') : undefined;
}

/** The largest body of a request without files, in bytes. */
export const BODY_LIMIT = MIB;

function refusalOf(error: FastifyError, limits: { fileBytes: number; files: number }): Refusal | undefined {
  const unreadable = (problem: string) => refuse('inputInvalid', { where: 'nội dung', problem });
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('tooLarge', { limit: inMegabytes(BODY_LIMIT) });
    case 'FST_REQ_FILE_TOO_LARGE':
      return refuse('tooLarge', { limit: `${inMegabytes(limits.fileBytes)} mỗi tệp` });
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return refuse('tooLarge', { limit: `${limits.files} tệp một lần` });
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return unreadable('Yêu cầu này phải kèm tệp.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return unreadable('Kiểu dữ liệu không được nhận.');
    default:
      return error.statusCode === 400 ? unreadable('Không đọc được dữ liệu.') : undefined;
  }
}
