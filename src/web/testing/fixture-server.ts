import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { InputOf, Operation, OutputOf } from '../../kernel/contract.ts';
import { addressReader } from '../../kernel/input.ts';

/** An operation with the answer it gives here; a refusal is thrown as {@link Refuses}. */
export type Fixture = { readonly operation: Operation; readonly answer: (input: never) => unknown };

/** Binds an answer to an operation; the contract's types hold for both sides. */
export function fixture<Op extends Operation>(
  operation: Op,
  answer: (input: InputOf<Op>) => OutputOf<Op>,
): Fixture {
  return { operation, answer };
}

/** Thrown by a fixture to answer with a refusal. */
export class Refuses extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Answers `/api` from fixtures: for looking at screens without a database. @returns true when it answered */
export async function answerFixture(
  fixtures: readonly Fixture[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!url.pathname.startsWith('/api/')) return false;
  const path = url.pathname.slice('/api'.length);
  for (const { operation, answer } of fixtures) {
    const places = placesOf(operation, path);
    if (operation.method !== request.method || places === undefined) continue;
    const read = addressReader(operation.input);
    const body = operation.method === 'GET' || operation.request === 'files' ? {} : await bodyOf(request);
    const input = z.decode(operation.input, {
      ...read(Object.fromEntries(url.searchParams)),
      ...body,
      ...read(places),
    } as never);
    send(response, operation, () => answer(input as never));
    return true;
  }
  reply(response, 404, {
    refused: 'notFound',
    message: `Chưa có mẫu trả lời cho ${path}.`,
    data: {},
    reference: 'mau',
  });
  return true;
}

function send(response: ServerResponse, operation: Operation, act: () => unknown): void {
  try {
    const output = act();
    if (operation.answer === 'file')
      return void response.end(String((output as { content: string }).content));
    reply(response, 200, z.encode(operation.output, output as never));
  } catch (error) {
    if (!(error instanceof Refuses)) throw error;
    reply(response, error.status, {
      refused: error.code,
      message: error.message,
      data: {},
      reference: 'mau00',
    });
  }
}

function placesOf(operation: Operation, path: string): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  const match = new RegExp(`^${pattern}$`).exec(path);
  if (match === null) return undefined;
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]));
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
