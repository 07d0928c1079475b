import { z } from 'zod';
import { type CallRefusal, callOperation, type Fetch } from '../../../kernel/client.ts';
import type { InputOf, Operation, OutputOf } from '../../../kernel/contract.ts';
import { fieldProblem, inputProblem } from '../../../kernel/input.ts';
import type { RefusalData } from '../../../kernel/refusal.ts';
import type { Failure } from '../components/states.tsx';
import { noteAnswer } from './session-watch.ts';

const browserFetch: Fetch<FormData> = (address, request) =>
  window.fetch(address, { ...request, credentials: 'same-origin' });

/** A call that was refused or failed, as the queries of the page carry it. */
export class CallFailed extends Error {
  readonly refusal: CallRefusal;

  constructor(refusal: CallRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/**
 * Calls an operation of the server. Input that the contract refuses is refused here already, with the same sentence.
 *
 * @param body the files, for an operation that takes them
 * @throws CallFailed when it is refused, when no answer comes, and when the answer does not fit the contract
 */
export async function call<Op extends Operation>(
  operation: Op,
  input: InputOf<Op>,
  body?: FormData,
): Promise<OutputOf<Op>> {
  const { error } = z.safeEncode(operation.input, input, { error: inputProblem });
  if (error !== undefined) throw new CallFailed(invalidInput(error.issues[0]));
  const result = await callOperation(browserFetch, operation, input, body);
  if (result.ok || result.refused !== 'unreachable')
    noteAnswer(!result.ok && result.refused === 'notSignedIn');
  if (!result.ok) throw new CallFailed(result);
  return result.output;
}

function invalidInput(issue: z.core.$ZodIssue | undefined): CallRefusal {
  const message = issue === undefined ? 'Có chỗ nhập chưa đúng. Xem lại rồi gửi lại.' : fieldProblem(issue);
  return { ok: false, refused: 'inputInvalid', message, data: {}, reference: null, status: 0 };
}

/** What a failed call says to the person. A failure that is not a refusal is ours, and says so. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallFailed) {
    const { message, reference, refused, status } = error.refusal;
    return {
      message,
      ...(refused === 'unreachable' ? { kept: 'Những gì đã ghi vẫn còn nguyên.' } : {}),
      ...(refused === 'dateNotPublished' ? { instead: newestFigures() } : {}),
      // A refusal of what a person asked for says itself what to do: its reference would only look like a fault.
      reference: status >= SERVER_FAILED ? (reference ?? undefined) : undefined,
    };
  }
  return {
    message: 'Trang này không đọc được trả lời của máy chủ.',
    kept: 'Số liệu không thay đổi. Tải lại trang; nếu vẫn vậy, báo cho quản trị.',
  };
}

/** The same page without the day it asks for: it then shows the newest figures. */
function newestFigures(): { text: string; href: string } {
  const { pathname, search } = window.location;
  const params = new URLSearchParams(search);
  params.delete('ngay');
  return { text: 'Xem số liệu mới nhất', href: params.size === 0 ? pathname : `${pathname}?${params}` };
}

/** What is wrong with what was typed, where a form has one field and this is said under it; undefined for any other refusal. */
export function wrongInField(error: unknown): string | undefined {
  return refusalCode(error) === 'inputInvalid' ? failureOf(error).message : undefined;
}

/** The code of a refusal; undefined for failures that are no refusal. */
export function refusalCode(error: unknown): string | undefined {
  return error instanceof CallFailed ? error.refusal.refused : undefined;
}

/** What a refusal of this code says besides its sentence, to lead where it speaks of; undefined for any other failure. */
export function refusalData(error: unknown, code: string): RefusalData | undefined {
  return error instanceof CallFailed && error.refusal.refused === code ? error.refusal.data : undefined;
}

/** Answers in which nothing was decided: none came, nobody is known to ask, or the server has no time just now. */
const UNDECIDED: ReadonlySet<string> = new Set([
  'unreachable',
  'notSignedIn',
  'databaseBusy',
  'tookTooLong',
  'tooManyRequests',
]);

/** Whether the server has not decided on what was sent: what waits to be sent goes on waiting. */
export function isUndecided(error: unknown): boolean {
  if (!(error instanceof CallFailed)) return false;
  const { refused, reference } = error.refusal;
  // Without a reference it is no answer of the server: of a proxy, while the server is begun anew.
  return UNDECIDED.has(refused) || (refused === 'defect' && reference === null);
}

/** Whether a command was refused because what the page shows has changed meanwhile. */
export function isOutdated(error: unknown): boolean {
  return error instanceof CallFailed && error.refusal.status === CONFLICT;
}

const CONFLICT = 409;

/** From here on an answer tells of a failure on the server; below, of what was sent. */
const SERVER_FAILED = 500;

/**
 * Whether the server said that what the address names is not there, or not in the person's scope: it does not say
 * which. A name that cannot be one, as an id with a letter missing, is not there either.
 */
export function isNothingThere(error: unknown): boolean {
  const code = refusalCode(error);
  return code === 'notFound' || code?.endsWith('NotFound') === true || code === 'inputInvalid';
}
