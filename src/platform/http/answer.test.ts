import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import type { RefusalTexts } from '../../kernel/refusal.ts';
import { refuse } from '../../kernel/refusal.ts';
import { createMetrics } from '../metrics.ts';
import { errorHandler, sendRefusal } from './answer.ts';

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
