import type { FastifyRequest } from 'fastify';

/**
 * True when a browser says that an unsafe request comes from another site. Browsers send `Origin` with every
 * unsafe request; programs that send none hold no cookie of a person's browser.
 */
export function foreignOrigin(request: FastifyRequest): boolean {
  if (request.headers['sec-fetch-site'] === 'cross-site') return true;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== request.host;
  } catch {
    return true;
  }
}
