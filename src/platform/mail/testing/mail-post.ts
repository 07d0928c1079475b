import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How a test's mail server behaves towards the next mails. */
export type PostMood = 'takes' | 'busy' | 'refusesAddress' | 'refusesMail' | 'hangsUpAtTheEnd';

/** A real mail server on a free port of this machine, and what it has taken. */
export type MailPost = {
  readonly port: number;
  /** Whole mails as they came, head and text. */
  readonly taken: string[];
  mood: PostMood;
  close(): Promise<void>;
};

/** Starts it. `account`: it takes mail after this sign-in only. */
export async function startMailPost(
  options: {
    readonly port?: number;
    readonly account?: { readonly user: string; readonly password: string };
  } = {},
): Promise<MailPost> {
  const { account } = options;
  const post = { taken: [] as string[], mood: 'takes' as PostMood };
  const refusal = (text: string, responseCode: number) => Object.assign(new Error(text), { responseCode });
  const server = new SMTPServer({
    authOptional: account === undefined,
    allowInsecureAuth: true,
    disabledCommands: account === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === account?.user && password === account?.password
        ? done(null, { user: username })
        : done(refusal('no', 535)),
    onRcptTo: (_address, _session, done) => {
      if (post.mood === 'busy') return done(refusal('later', 451));
      return post.mood === 'refusesAddress' ? done(refusal('nobody', 550)) : done();
    },
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (post.mood === 'refusesMail') return done(refusal('spam', 554));
        post.taken.push(Buffer.concat(pieces).toString('utf8'));
        // The mail is taken, and its sender never hears of it.
        if (post.mood === 'hangsUpAtTheEnd') {
          for (const connection of server.connections) connection._socket.destroy();
          return undefined;
        }
        return done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(post, {
    port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
