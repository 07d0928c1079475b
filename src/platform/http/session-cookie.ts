import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * `__Host-` binds the cookie to this host over TLS. Browsers treat loopback as trustworthy and accept `Secure`
 * cookies over plain HTTP there, so the name and flags are the same on a person's own machine.
 */
const NAME = '__Host-giaoban';

const FLAGS = { path: '/', httpOnly: true, sameSite: 'strict', secure: true } as const;

/** The session token the request carries. */
export function readSessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

/** Hands the token to the browser, for as long as the browser runs; the server ends sessions, not the cookie. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(NAME, token, FLAGS);
}

/** Takes the token back. */
export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(NAME, FLAGS);
}
