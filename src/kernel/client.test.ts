import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { callOperation, type Fetch, operationAddress } from './client.ts';
import { date, fileAnswer, operation, vnd } from './contract.ts';
import { day } from './dates.ts';

const list = operation({
  name: 'sample.list',
  method: 'GET',
  path: '/communes/{communeCode}/loans',
  summary: 'Xem thử.',
  input: z.object({
    communeCode: z.string(),
    dataDate: date,
    leastVnd: vnd.optional(),
    programmes: z.array(z.string()).optional(),
  }),
  output: z.object({ totalVnd: vnd }),
  permission: 'signedIn',
});

const enter = operation({
  name: 'sample.enter',
  method: 'POST',
  path: '/loans/{contractNo}',
  summary: 'Ghi thử.',
  input: z.object({ contractNo: z.string(), amountVnd: vnd }),
  output: z.object({}),
  refusals: ['loanClosed'],
  permission: 'signedIn',
});

const send = operation({ ...enter, name: 'sample.send', path: '/files', request: 'files' });
const keep = operation({ ...list, name: 'sample.keep', output: fileAnswer, answer: 'file' });

type Sent = Parameters<Fetch>;

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (...request) => {
    sent.push(request);
    return {
      status,
      headers: { get: (name) => headers[name] ?? null },
      json: async () => {
        if (body === undefined) throw new SyntaxError('no JSON');
        return body;
      },
      arrayBuffer: async () => new TextEncoder().encode(String(body)).buffer,
    };
  };
  return { sent, fetch };
}

const input = {
  communeCode: '540101',
  dataDate: day('2026-10-31'),
  leastVnd: 7n,
  programmes: ['01', 'hộ nghèo'],
};

describe('callOperation', () => {
  test('a question carries its input in the address and gives back đồng as bigint', async () => {
    const { sent, fetch } = answering(200, { totalVnd: 1_234_567 });
    expect(await callOperation(fetch, list, input)).toEqual({ ok: true, output: { totalVnd: 1_234_567n } });
    expect(sent).toEqual([
      [
        '/api/communes/540101/loans?dataDate=2026-10-31&leastVnd=7&programmes=01&programmes=h%E1%BB%99%20ngh%C3%A8o',
        { method: 'GET', headers: {} },
      ],
    ]);
  });

  test('a command carries its input as JSON, without the fields of its path', async () => {
    const { sent, fetch } = answering(200, {});
    await callOperation(fetch, enter, { contractNo: 'a/b', amountVnd: 5n });
    expect(sent[0]?.[0]).toBe('/api/loans/a%2Fb');
    expect(JSON.parse(String(sent[0]?.[1].body))).toEqual({ amountVnd: 5 });
  });

  test('files travel as the body, their input in the address', async () => {
    const { sent, fetch } = answering(200, {});
    await callOperation(fetch, send, { contractNo: 'a', amountVnd: 5n }, 'FILES');
    expect(sent[0]).toEqual([
      '/api/files?contractNo=a&amountVnd=5',
      { method: 'POST', headers: {}, body: 'FILES' },
    ]);
  });

  test('a refusal is told with its sentence, data and reference', async () => {
    const told = {
      refused: 'loanClosed',
      message: 'Món vay đã tất toán.',
      data: { row: 1 },
      reference: 'bcdfg',
    };
    const { fetch } = answering(409, told);
    const result = await callOperation(fetch, enter, { contractNo: 'a', amountVnd: 5n });
    expect(result).toEqual({ ok: false, status: 409, ...told });
  });

  test('an answer that is not ours, and no answer, are told in Vietnamese', async () => {
    const { fetch } = answering(502, undefined);
    expect(await callOperation(fetch, list, input)).toMatchObject({
      refused: 'defect',
      status: 502,
      reference: null,
    });
    const cutOff = async () => Promise.reject(new TypeError('fetch failed'));
    const result = await callOperation(cutOff, list, input);
    expect(result).toMatchObject({ ok: false, refused: 'unreachable', status: 0 });
    expect(result.ok ? '' : result.message).toContain('Kiểm tra mạng');
  });

  test('an answer that was cut off, or that another gave in the server’s place, is none', async () => {
    const { fetch } = answering(200, undefined);
    expect(await callOperation(fetch, list, input)).toMatchObject({ ok: false, refused: 'unreachable' });
  });

  test('an answer that breaks the contract throws', async () => {
    const { fetch } = answering(200, { totalVnd: 'nhiều' });
    await expect(callOperation(fetch, list, input)).rejects.toThrow();
  });

  test('a file is given back with its name', async () => {
    const headers = {
      'content-type': 'text/csv',
      'content-disposition': "attachment; filename*=UTF-8''n%E1%BB%A3.csv",
    };
    const { fetch } = answering(200, 'a;b', headers);
    const result = await callOperation(fetch, keep, input);
    expect(result).toMatchObject({ ok: true, output: { name: 'nợ.csv', mediaType: 'text/csv' } });
  });
});

test('the address of a question can be linked to', () => {
  expect(operationAddress(list, { communeCode: '540101', dataDate: day('2026-10-31') })).toBe(
    '/api/communes/540101/loans?dataDate=2026-10-31',
  );
});
