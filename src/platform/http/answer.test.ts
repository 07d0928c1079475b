import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fileAnswer, operation } from '../../kernel/contract.ts';
import type { RefusalTexts } from '../../kernel/refusal.ts';
import { refuse } from '../../kernel/refusal.ts';
import { createMetrics } from '../metrics.ts';
import { errorHandler, sendOutput, sendRefusal } from './answer.ts';

const A_FILE = operation({
  name: 'sample.readFile',
  method: 'GET',
  path: '/sample/file',
  summary: 'Một tệp.',
  input: z.object({}),
  output: fileAnswer,
  answer: 'file',
  permission: 'anyone',
});

const TEXTS: RefusalTexts = {
  delayed: { status: 429, text: 'Thử lại sau {seconds} giây.' },
  tooOften: { status: 429, text: 'Thao tác quá nhiều lần.' },
  tooSlow: { status: 409, text: 'Mất {seconds} giây.' },
};

describe('when a refused request may be sent again', () => {
  const retryAfter = async (code: string, data: Record<string, number>) => {
    const http = fastify();
    http.get('/', (request, reply) =>
      sendRefusal(request, reply, { texts: TEXTS, refusal: refuse(code, data) }),
    );
    return (await http.inject('/')).headers['retry-after'];
  };

  test('is said in the header wherever the sentence says it', async () => {
    expect(await retryAfter('delayed', { seconds: 40 })).toBe('40');
  });

  test('is not said where nobody knows, or where waiting does not help', async () => {
    expect(await retryAfter('tooOften', {})).toBeUndefined();
    expect(await retryAfter('tooSlow', { seconds: 40 })).toBeUndefined();
  });
});

describe('a file', () => {
  const headersOf = async (name: string) => {
    const http = fastify();
    const mediaType = 'application/pdf';
    http.get('/', (_, reply) => sendOutput(reply, A_FILE, { name, mediaType, content: 'x' }));
    return (await http.inject('/')).headers;
  };

  test.each([
    [
      'Biên bản giao ban Bình Ngọc.pdf',
      'Bi%C3%AAn%20b%E1%BA%A3n%20giao%20ban%20B%C3%ACnh%20Ng%E1%BB%8Dc.pdf',
    ],
    [
      `Hộ "ông Ba" (thôn '1'); 5%*.pdf`,
      'H%E1%BB%99%20%22%C3%B4ng%20Ba%22%20%28th%C3%B4n%20%271%27%29%3B%205%25%2A.pdf',
    ],
    ['a\r\nset-cookie: b=c.pdf', 'a%0D%0Aset-cookie%3A%20b%3Dc.pdf'],
  ])('[FS3] is saved under its whole name, whatever letters that has: %s', async (name, encoded) => {
    expect(await headersOf(name)).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''${encoded}`,
      'content-type': 'application/pdf',
    });
    expect(decodeURIComponent(encoded)).toBe(name);
  });
});

describe('what PostgreSQL gave up for another', () => {
  const answerTo = async (code: string) => {
    const http = fastify();
    http.setErrorHandler(errorHandler(createMetrics(), { fileBytes: 1, files: 1 }));
    http.get('/', () => {
      throw Object.assign(new Error('of the database'), { code });
    });
    return http.inject('/');
  };

  test.each(['40P01', '40001'])('is worth asking again, and no error of ours (%s)', async (code) => {
    const answer = await answerTo(code);
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.json()).toMatchObject({ refused: 'databaseBusy' });
  });

  test('is told apart from what would fail again', async () => {
    expect((await answerTo('23505')).statusCode).toBe(500);
  });
});
