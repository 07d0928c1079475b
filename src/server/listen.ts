import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { errorCode, StartProblem } from '../platform/start-problem.ts';

type Address = { readonly host: string; readonly port: number };

/** Fails before the slow part of a start when the address cannot be had. @throws StartProblem */
export function checkAddressIsFree({ host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(addressProblem({ host, port }, error)));
    probe.listen(port, host, () => probe.close(() => resolve()));
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
