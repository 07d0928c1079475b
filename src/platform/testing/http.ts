import type { FastifyInstance } from 'fastify';
import type { Fetch } from '../../kernel/client.ts';

/**
 * `fetch` straight into a server that does not listen, for `callOperation` in tests.
 *
 * @param headers sent with every request: a session cookie, an origin
 */
export function injected(
  http: FastifyInstance,
  headers: Readonly<Record<string, string>> = {},
): Fetch<Buffer> {
  return async (url, { method, headers: own, body }) => {
    const response = await http.inject({
      method: method as 'GET',
      url,
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
