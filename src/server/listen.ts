import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { errorCode, StartProblem } from '../platform/start-problem.ts';

type Address = { readonly host: string; readonly port: number };

/** A server that was just stopped needs a moment to let go of its port. */
const PORT_WITHIN_MS = 3_000;

/** Fails before the slow part of a start when the address cannot be had. @throws StartProblem */
export async function checkAddressIsFree(address: Address): Promise<void> {
  const deadline = performance.now() + PORT_WITHIN_MS;
  for (let error = await tryToListen(address); error; error = await tryToListen(address)) {
    if (errorCode(error) !== 'EADDRINUSE' || performance.now() > deadline)
      throw addressProblem(address, error);
    await sleep(100);
  }
}

function tryToListen({ host, port }: Address): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/** Listens. @returns the port, also where 0 asked for any free one. @throws StartProblem */
export async function listen(http: FastifyInstance, { host, port }: Address): Promise<number> {
  try {
    await http.listen({ host, port });
  } catch (error) {
    throw addressProblem({ host, port }, error);
  }
  const address = http.server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function addressProblem({ host, port }: Address, error: unknown): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartProblem(
        `Cổng ${port} đang được một chương trình khác dùng (có thể Giao Ban đã chạy). Dừng chương trình đó, hoặc đặt PORT sang số khác, ví dụ PORT=8090 npm start.`,
      );
    case 'EACCES':
      return new StartProblem(
        `Tài khoản đang chạy không được mở cổng ${port}. Đặt PORT từ 1024 trở lên, ví dụ PORT=8080.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartProblem(`Máy này không có địa chỉ ${host} (HOST).`);
    default:
      return error;
  }
}
