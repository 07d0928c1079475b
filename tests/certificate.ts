import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A certificate for this machine with its key, as files. */
export type Certificate = { readonly certFile: string; readonly keyFile: string };

/** Makes one that signs itself. @throws Error that says so when there is no openssl to make it with */
export function makeCertificate(folder: string, name = 'server'): Certificate {
  const [certFile, keyFile] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  try {
    execFileSync('openssl', ['req', '-x509', ...key, ...subject, '-keyout', keyFile, '-out', certFile], {
      stdio: 'pipe',
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(
      'openssl is needed to make a certificate for the test: install it (Debian: apt install openssl)',
    );
  }
  return { certFile, keyFile };
}
