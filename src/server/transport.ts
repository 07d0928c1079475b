import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { HttpTransport } from '../platform/http/transport.ts';
import type { Transport } from '../platform/settings.ts';
import { StartProblem } from '../platform/start-problem.ts';

/** Reads the certificate and its key, and tries them. @throws StartProblem when a file cannot be read or used */
export function readTransport(transport: Transport): HttpTransport {
  if (transport.kind !== 'tls') return transport;
  const certificate = readText('GIAOBAN_TLS_CERT', transport.certFile);
  const key = readText('GIAOBAN_TLS_KEY', transport.keyFile);
  try {
    createSecureContext({ cert: certificate, key });
  } catch (error) {
    throw new StartProblem(
      `Chứng thư ${transport.certFile} và khóa ${transport.keyFile} không dùng được với nhau. Cần hai tệp PEM của cùng một chứng thư.`,
      { cause: error },
    );
  }
  return { kind: 'tls', certificate, key };
}

function readText(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartProblem(`Không đọc được tệp ${file} (${setting}).`, { cause: error });
  }
}
