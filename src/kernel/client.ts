import { z } from 'zod';
import type { CodeOf, GENERAL_REFUSALS, InputOf, Operation, OutputOf } from './contract.ts';
import type { RefusalData } from './refusal.ts';

/** The part of `fetch` that is needed; passed in, so that this file knows no browser and no Node. */
export type Fetch<Body = string> = (
  address: string,
  request: { method: string; headers: Record<string, string>; body?: Body | string },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
}>;

/** `defect`: an error of ours, found in the log by its reference. `unreachable`: no answer came. */
export type CallCode<Op extends Operation> =
  | CodeOf<Op>
  | keyof typeof GENERAL_REFUSALS
  | 'defect'
  | 'unreachable';

/** What a call comes to: the output with its codecs decoded, or a refusal with its Vietnamese sentence. */
export type CallResult<Op extends Operation> =
  | { readonly ok: true; readonly output: OutputOf<Op> }
  | CallRefusal<CallCode<Op>>;

/** A refusal as the client gets it. */
export type CallRefusal<Code extends string = string> = {
  readonly ok: false;
  readonly refused: Code;
  readonly message: string;
  readonly data: RefusalData;
  /** Found in the server's log; null when no answer came. */
  readonly reference: string | null;
  /** 0 when no answer came. */
  readonly status: number;
};

/**
 * Calls an operation over HTTP.
 *
 * @param body the files of a `files` operation; its input then travels in the address
 * @returns the output or the refusal; it throws only when the input or the output does not fit the contract
 */
export async function callOperation<Op extends Operation, Body = never>(
  fetch: Fetch<Body>,
  operation: Op,
  input: InputOf<Op>,
  body?: Body,
): Promise<CallResult<Op>> {
  const { method } = operation;
  const sendsJson = method !== 'GET' && operation.request !== 'files';
  const fields = z.encode(operation.input, input) as Record<string, unknown>;
  const request: Parameters<Fetch<Body>>[1] = sendsJson
    ? {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(withoutPlaces(operation, fields)),
      }
    : { method, headers: {}, ...(body === undefined ? {} : { body }) };
  const address = sendsJson ? fillPlaces(operation, fields) : addressOf(operation, fields);
  let response: Awaited<ReturnType<Fetch>>;
  try {
    response = await fetch(address, request);
  } catch {
    return refused<CallCode<Op>>('unreachable', { message: UNREACHABLE });
  }
  if (response.status >= 300) return readRefusal<CallCode<Op>>(response);
  const answer = await readAnswer(operation, response);
  if (answer === undefined) return refused<CallCode<Op>>('unreachable', { message: UNREACHABLE });
  const output = operation.answer === 'file' ? answer : z.decode(operation.output, answer as never);
  return { ok: true, output: output as OutputOf<Op> };
}

/** The address of a question with its input: links to files, and the address bar. */
export function operationAddress<Op extends Operation>(operation: Op, input: InputOf<Op>): string {
  return addressOf(operation, z.encode(operation.input, input) as Record<string, unknown>);
}

const UNREACHABLE = 'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại.';
const NO_SENTENCE = 'Máy chủ trả lời không đúng dạng. Thử lại sau ít phút.';
const PLACE = /\{(\w+)\}/g;

function fillPlaces(operation: Operation, fields: Readonly<Record<string, unknown>>): string {
  return `/api${operation.path.replace(PLACE, (_, name: string) => encodeURIComponent(String(fields[name])))}`;
}

function withoutPlaces(
  operation: Operation,
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const places = new Set([...operation.path.matchAll(PLACE)].map(([, name]) => name));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !places.has(name)));
}

function addressOf(operation: Operation, fields: Readonly<Record<string, unknown>>): string {
  const query = Object.entries(withoutPlaces(operation, fields))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((item: unknown) => [name, item] as const),
    )
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return `${fillPlaces(operation, fields)}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

type Response = Awaited<ReturnType<Fetch>>;

/** The answer as it came; undefined when the network went in the midst of it, or another has answered in the server's place. */
async function readAnswer(operation: Operation, response: Response): Promise<unknown> {
  try {
    return operation.answer === 'file' ? await readFile(response) : await response.json();
  } catch {
    return undefined;
  }
}

async function readFile(response: Response) {
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return {
    name: decodeURIComponent(name),
    mediaType: response.headers.get('content-type') ?? '',
    content: new Uint8Array(await response.arrayBuffer()),
  };
}

async function readRefusal<Code extends string>(response: Response): Promise<CallRefusal<Code>> {
  const { status } = response;
  let body: Partial<CallRefusal> | null = null;
  try {
    body = (await response.json()) as Partial<CallRefusal> | null;
  } catch {
    // Not ours: a proxy's page, a cut-off answer. It is told as a defect without a reference.
  }
  const { refused: code = 'defect', message = NO_SENTENCE, data = {}, reference = null } = body ?? {};
  return { ok: false, refused: code as Code, message, data, reference, status };
}

function refused<Code extends string>(code: Code, { message }: { message: string }): CallRefusal<Code> {
  return { ok: false, refused: code, message, data: {}, reference: null, status: 0 };
}
