import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import serveFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const ONE_YEAR_S = 31_536_000;
const NOT_BUILT = 'Giao diện chưa được dựng. Chạy "npm run build" rồi khởi động lại.';

/**
 * Serves the built desk: files with a hash in their name are kept by browsers for a year, the page itself never, so a
 * new version is seen at once. Every address that is no file shows the page, which finds its own way.
 *
 * @returns what answers an address that no route has
 */
export async function registerDesk(
  http: FastifyInstance,
  folder: string,
): Promise<(request: FastifyRequest, reply: FastifyReply) => FastifyReply> {
  const page = join(folder, 'index.html');
  if (!existsSync(page))
    return (_, reply) => reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
  const html = readFileSync(page, 'utf8');
  await http.register(serveFiles, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.setHeader('cache-control', isHashed ? `public, max-age=${ONE_YEAR_S}, immutable` : 'no-cache');
    },
  });
  return (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (extname(path) !== '' && path !== '/index.html')
      return reply.code(404).type('text/plain; charset=utf-8').send('Không có tệp này.');
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(withNonce(html, reply.cspNonce));
  };
}

/** The page for one answer: its scripts and styles carry the nonce that the answer's policy names. */
function withNonce(html: string, nonce: { script: string; style: string }): string {
  return html
    .replace(/<script\b/g, `<script nonce="${nonce.script}"`)
    .replace(/<(style\b|link\b(?=[^>]*\brel="?stylesheet))/g, `<$1 nonce="${nonce.style}"`);
}
