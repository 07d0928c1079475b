import { BlockList, isIPv6 } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../../kernel/refusal.ts';
import { sendGeneralRefusal } from './answer.ts';

/** Answers a request that must not be answered in the open; undefined when it may go on. */
export type RefuseUnencrypted = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply | undefined>;

/**
 * Behind a proxy the connection here is plain, so it is taken from the proxies that are named and from this machine
 * alone. Where the proxy says that the browser came to it in the open, the browser is sent to the encrypted address;
 * what would change something is refused instead, as it has crossed the network readable already.
 */
export function unencrypted(proxies: readonly string[]): RefuseUnencrypted {
  const trusted = listOf([...proxies, '127.0.0.0/8', '::1']);
  return async (request, reply) => {
    if (!includes(trusted, request.socket.remoteAddress ?? ''))
      return sendGeneralRefusal(request, reply, refuse('notEncrypted'));
    if (request.headers['x-forwarded-proto'] === undefined || request.protocol === 'https') return undefined;
    if (request.method !== 'GET') return sendGeneralRefusal(request, reply, refuse('notEncrypted'));
    return reply.redirect(`https://${request.host}${request.url}`, 308);
  };
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return list;
}

/** An IPv4 address may come written as IPv6. */
function includes(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return plain !== '' && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
