import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archive } from '../archive.ts';
import { agreesWithName, fileKind, nameWithEnding } from './file-kind.ts';
import { rewriteImage } from './rewrite-image.ts';
import { scanWith } from './scan-file.ts';

const zip = (...paths: string[]) => Buffer.from(archive(paths.map((path) => [path, 'x'] as const)));
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888' }, limitInputPixels: false });

describe('what a file is', () => {
  it('[FS1] its content says: images, PDF, office files without macros', async () => {
    expect(fileKind(await blank(8, 8).jpeg().toBuffer())).toBe('jpeg');
    expect(fileKind(await blank(8, 8).png().toBuffer())).toBe('png');
    expect(fileKind(await blank(8, 8).webp().toBuffer())).toBe('webp');
    expect(fileKind(Buffer.from('%PDF-1.7\n'))).toBe('pdf');
    expect(fileKind(zip('[Content_Types].xml', 'word/document.xml'))).toBe('docx');
    expect(fileKind(zip('[Content_Types].xml', 'xl/workbook.xml'))).toBe('xlsx');
  });

  it.each([
    ['a program', Buffer.from('MZ\x90\x00')],
    ['a web page', Buffer.from('<html><script>')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an archive of something else', zip('readme.txt')],
    ['an office file with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
    ['an archive cut off', zip('[Content_Types].xml', 'word/document.xml').subarray(0, 60)],
    ['nothing', Buffer.alloc(0)],
  ])('[FS1] %s is none of ours', (_, bytes) => {
    expect(fileKind(bytes)).toBeUndefined();
  });

  it('[FS1] a false ending is told; an image under another image’s ending is taken as what it is', () => {
    expect(agreesWithName('pdf', 'anh.jpg')).toBe(false);
    expect(agreesWithName('docx', 'bienban.pdf')).toBe(false);
    expect(agreesWithName('jpeg', 'bienban.pdf')).toBe(false);
    expect(agreesWithName('webp', 'ANH.JPG')).toBe(true);
    expect(nameWithEnding('webp', 'ANH.JPG')).toBe('ANH.webp');
    expect(nameWithEnding('pdf', 'a.b.pdf')).toBe('a.b.pdf');
  });
});

describe('an image', () => {
  it('[FS2] is written anew: upright, no larger than a screen, without place and camera', async () => {
    const photo = await blank(4000, 3000)
      .jpeg()
      .withExif({ IFD0: { Make: 'Máy' }, IFD3: { GPSLatitude: '13/1 5/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const sent = await sharp(photo).metadata();
    expect([sent.exif === undefined, sent.orientation]).toEqual([false, 6]);
    const kept = await rewriteImage(photo, 'jpeg');
    if (typeof kept === 'string') throw new Error(kept);
    const { width, height, exif, xmp, icc } = await sharp(kept).metadata();
    expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined]);
    // It lay on its side, 4000 wide: upright it is higher than wide.
    expect([width, height]).toEqual([1920, 2560]);
  });

  it('[FS2] of too many pixels is refused by its head, before a pixel is decoded', async () => {
    const bomb = await blank(8_000, 7_000).png().toBuffer();
    expect(bomb.length).toBeLessThan(10_000_000);
    expect(await rewriteImage(bomb, 'png')).toBe('tooLarge');
  }, 30_000);

  it('[FS2] that is cut off or only begins like one is broken', async () => {
    const whole = await blank(400, 300).jpeg().toBuffer();
    expect(await rewriteImage(whole.subarray(0, 300), 'jpeg')).toBe('broken');
    expect(await rewriteImage(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'jpeg')).toBe('broken');
  });
});

describe('[FS4] the scanner', () => {
  let server: Server;
  let port = 0;
  let behaves: (socket: Socket, content: Buffer) => void = () => undefined;
  beforeAll(async () => {
    server = createServer((socket) => {
      let held: Buffer = Buffer.alloc(0);
      socket.on('data', (chunk) => {
        held = Buffer.concat([held, chunk as Buffer]);
        const content = streamed(held);
        if (content) behaves(socket, content);
      });
      socket.on('error', () => undefined);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  const scan = (bytes: Buffer) => scanWith({ host: '127.0.0.1', port })(bytes);
  const answers = (text: string) => (socket: Socket) => socket.end(`${text}\0`);

  it('gets the whole content in pieces and is believed', async () => {
    const bytes = Buffer.alloc(200_000, 7);
    let seen: Buffer = Buffer.alloc(0);
    behaves = (socket, content) => {
      seen = content;
      answers('stream: OK')(socket);
    };
    expect(await scan(bytes)).toBe('clean');
    expect(seen.equals(bytes)).toBe(true);
    behaves = answers('stream: Eicar-Test-Signature FOUND');
    expect(await scan(bytes)).toBe('infected');
  });

  it('that has an error, dies, or is not there leaves a file not scanned', async () => {
    behaves = answers('INSTREAM size limit exceeded. ERROR');
    expect(await scan(Buffer.from('x'))).toBe('notScanned');
    behaves = (socket) => socket.destroy();
    expect(await scan(Buffer.from('x'))).toBe('notScanned');
    expect(await scanWith({ host: '127.0.0.1', port: 1 })(Buffer.from('x'))).toBe('notScanned');
    expect(await scanWith(null)(Buffer.from('x'))).toBe('notScanned');
  });

  it('that does not judge a file is told of, one that judges or is not set is not', async () => {
    const told: unknown[] = [];
    const tell = (error: unknown) => void told.push(error);
    const set = scanWith({ host: '127.0.0.1', port }, tell);
    behaves = answers('stream: OK');
    await set(Buffer.from('x'));
    behaves = answers('stream: Eicar-Test-Signature FOUND');
    await set(Buffer.from('x'));
    await scanWith(null, tell)(Buffer.from('x'));
    expect(told).toEqual([]);
    behaves = answers('INSTREAM size limit exceeded. ERROR');
    await set(Buffer.from('x'));
    await scanWith({ host: '127.0.0.1', port: 1 }, tell)(Buffer.from('x'));
    expect(told).toEqual([
      expect.objectContaining({ message: 'the scanner gives no verdict' }),
      expect.objectContaining({ code: 'ECONNREFUSED' }),
    ]);
  });
});

/** The content of a whole INSTREAM request; undefined while its end is still to come. */
function streamed(request: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (request.subarray(0, command.length).toString('latin1') !== command) return undefined;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= request.length; ) {
    const length = request.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(request.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
