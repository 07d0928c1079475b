import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { count, date, fileAnswer, GENERAL_REFUSALS, id, operation, vnd } from '../../kernel/contract.ts';
import { permission } from '../../kernel/role.ts';
import { jobRoutes } from '../jobs/routes.ts';
import { implement, type ModuleRoutes } from './implement.ts';
import { openApiOf } from './openapi.ts';

const read = operation({
  name: 'sample.readLoan',
  method: 'GET',
  path: '/sample/loans/{id}',
  summary: 'Xem thử.',
  input: z.object({ id, dataDate: date, limit: count.optional() }),
  output: z.object({
    id,
    dueOn: date.nullable(),
    balanceVnd: vnd,
    rows: z.array(z.object({ amountVnd: vnd })),
  }),
  permission: permission('readLoans', { communeChair: 'commune' }),
});

const write = operation({
  name: 'sample.writeLoan',
  method: 'PUT',
  path: '/sample/loans/{id}',
  summary: 'Sửa thử.',
  input: z.object({ id, amountVnd: vnd, note: z.string().optional() }),
  output: z.object({}),
  refusals: ['loanClosed'],
  permission: 'signedIn',
});

const send = operation({
  name: 'sample.sendFiles',
  method: 'POST',
  path: '/sample/files',
  summary: 'Gửi thử.',
  input: z.object({ dataDate: date }),
  output: fileAnswer,
  permission: 'anyone',
  request: 'files',
  answer: 'file',
});

const none = async () => ({}) as never;
const sample: ModuleRoutes = {
  implementations: [implement(read, none), implement(write, none), implement(send, none)],
  refusals: { loanClosed: { status: 409, text: 'Món vay đã tất toán.' } },
};

type Described = {
  operationId: string;
  security?: unknown;
  'x-permission': string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<
    string,
    { description: string; content: Record<string, { schema: Record<string, unknown> }> }
  >;
};
type Document = { openapi: string; info: object; paths: Record<string, Record<string, Described>> };

// As it travels: what JSON cannot say would be lost here.
const document = JSON.parse(JSON.stringify(openApiOf([sample, jobRoutes]))) as Document;
const at = (method: string, path: string) => {
  const described = document.paths[path]?.[method];
  if (!described) throw new Error(`not published: ${method} ${path}`);
  return described;
};

describe('OpenAPI', () => {
  test('every operation is in it, with all its refusals and their sentences', () => {
    for (const { implementations, refusals } of [sample, jobRoutes])
      for (const { operation: op } of implementations) {
        const described = at(op.method.toLowerCase(), `/api${op.path}`);
        expect(described.operationId).toBe(op.name);
        for (const code of op.refusals) {
          const answer = described.responses[String(refusals[code]?.status)];
          expect(answer?.description).toContain(`\`${code}\`: ${refusals[code]?.text}`);
          expect(JSON.stringify(answer?.content)).toContain(`"${code}"`);
        }
        for (const code of ['inputInvalid', 'notFound'] as const)
          expect(described.responses[GENERAL_REFUSALS[code].status]?.description).toContain(code);
      }
  });

  test('it has the shape of OpenAPI 3.1: every place in a path is a required parameter, every answer is described', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const names = new Set<string>();
    for (const [path, methods] of Object.entries(document.paths))
      for (const described of Object.values(methods)) {
        expect(names).not.toContain(described.operationId);
        names.add(described.operationId);
        const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const inPath = described.parameters.filter((one) => one.in === 'path');
        expect(inPath.map((one) => one.name).sort()).toEqual(places.sort());
        expect(inPath.every((one) => one.required)).toBe(true);
        for (const [status, answer] of Object.entries(described.responses)) {
          expect(status).toMatch(/^[2-5]\d\d$/);
          expect(answer.description).not.toBe('');
        }
      }
  });

  test('money, days and ids are described as they travel', () => {
    const { parameters, responses } = at('get', '/api/sample/loans/{id}');
    expect(parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      { name: 'dataDate', in: 'query', required: true, schema: { type: 'string', format: 'date' } },
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: expect.objectContaining({ type: 'integer', minimum: 0 }),
      },
    ]);
    expect(responses[200]?.content['application/json']?.schema).toMatchObject({
      properties: {
        dueOn: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
        balanceVnd: { type: 'integer' },
        rows: { items: { properties: { amountVnd: { type: 'integer' } } } },
      },
    });
  });

  test('a command has a body without the fields of its path; files and answers that are files are said to be', () => {
    const body = at('put', '/api/sample/loans/{id}').requestBody;
    expect(body?.content['application/json']?.schema).toMatchObject({
      properties: { amountVnd: { type: 'integer' }, note: { type: 'string' } },
      required: ['amountVnd'],
    });
    expect(body?.content['application/json']?.schema.properties).not.toHaveProperty('id');
    const files = at('post', '/api/sample/files');
    expect(Object.keys(files.requestBody?.content ?? {})).toEqual(['multipart/form-data']);
    expect(files.parameters.map((one) => one.name)).toEqual(['dataDate']);
    expect(Object.keys(files.responses[200]?.content ?? {})).toEqual(['*/*']);
  });

  test('permission is published; what is open to anyone asks for no session and answers no 401', () => {
    expect(at('get', '/api/sample/loans/{id}')).toMatchObject({
      'x-permission': 'readLoans',
      security: [{ session: [] }],
    });
    const open = at('post', '/api/sample/files');
    expect(open.security).toBeUndefined();
    expect(open.responses[401]).toBeUndefined();
    expect(open.responses[403]?.description).not.toContain('notAllowed');
  });

  test('a declared refusal without a text is a defect', () => {
    expect(() => openApiOf([{ ...sample, refusals: {} }])).toThrow('loanClosed');
  });
});
