import { connect, type Socket } from 'node:net';
import type { ScannerAddress } from '../settings.ts';

/** What is known of a file: clean, infected, or that nobody has looked. */
export type ScanResult = 'clean' | 'infected' | 'notScanned';

/** Looks through a file's bytes. */
export type Scan = (bytes: Buffer) => Promise<ScanResult>;

const PIECE_BYTES = 65_536;
const LONGEST_MS = 20_000;
const LONGEST_ANSWER = 4_096;

/**
 * The scan by a ClamAV daemon over its socket (`INSTREAM`) [FS4]. Without one, and while it does not answer, files are taken
 * as not scanned: a meeting does not stand still because a scanner does.
 *
 * @param onSilent told why a scanner that is set has not judged a file: nobody else learns that it is down
 */
export function scanWith(address: ScannerAddress | null, onSilent?: (error: unknown) => void): Scan {
  if (address === null) return async () => 'notScanned';
  return async (bytes) => {
    try {
      return verdictOf(await ask(address, bytes));
    } catch (error) {
      onSilent?.(error);
      return 'notScanned';
    }
  };
}

/** @throws where the scanner says neither: a file larger than it takes, an ended connection */
function verdictOf(answer: string): ScanResult {
  if (/: OK$/.test(answer)) return 'clean';
  if (/ FOUND$/.test(answer)) return 'infected';
  throw new Error('the scanner gives no verdict');
}

/** Sends the bytes in pieces, each with its length before it, and reads the one line of the answer. */
function ask(address: ScannerAddress, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let answer = '';
    socket.setTimeout(LONGEST_MS, () => socket.destroy(new Error('the scanner does not answer')));
    socket.once('connect', () => send(socket, bytes));
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('utf8');
      if (answer.length > LONGEST_ANSWER) socket.destroy(new Error('the scanner says too much'));
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(answer.replace(/\0$/, '').trim()));
  });
}

function send(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    socket.write(lengthOf(piece));
    socket.write(piece);
  }
  socket.write(lengthOf(Buffer.alloc(0)));
}

function lengthOf(piece: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}
