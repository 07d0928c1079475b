import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import type { RefusalTexts } from '../../kernel/refusal.ts';
import { refuse } from '../../kernel/refusal.ts';
import { sendRefusal } from './answer.ts';

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
