import type { FastifyInstance } from 'fastify';
import type { Fetch } from '../../kernel/client.ts';

/**
 * `fetch` straight into a server that does not listen, for `callOperation` in tests.
 *
 * @param headers sent with every request: a session cookie, an origin
 * @param address where the requests come from; this machine unless said otherwise
 */
export function injected(
  http: FastifyInstance,
  headers: Readonly<Record<string, string>> = {},
  address = '127.0.0.1',
): Fetch<Buffer> {
  return async (url, { method, headers: own, body }) => {
    const response = await http.inject({
      method: method as 'GET',
      url,
      remoteAddress: address,
      headers: { ...own, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    return {
      status: response.statusCode,
      headers: { get: (name) => headerText(response.headers[name]) },
      json: async () => JSON.parse(response.body) as unknown,
      arrayBuffer: async () => new Uint8Array(response.rawPayload).buffer,
    };
  };
}

function headerText(value: string | number | string[] | undefined): string | null {
  return value === undefined ? null : String(value);
}
