import sharp from 'sharp';
import type { ImageKind } from './file-kind.ts';
import { turns } from './turns.ts';

/** Limits of a machine, not of lending: a phone's photo has 12 to 50 million pixels. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 2_560;
const QUALITY = 82;

/** A hall full of phones sends its photos at once: two are decoded, the others wait, and memory stays what it is. */
const inTurn = turns(2);

// Photos are seen once: nothing of them is worth a cache, and each is decoded by one thread.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes an image and writes it anew [FS2]: upright, no larger than a screen needs, without anything it carried along.
 * Its size is read from its head before a pixel is decoded.
 *
 * @returns `tooLarge` for more than 50 million pixels, `broken` when it cannot be decoded
 */
export async function rewriteImage(bytes: Buffer, kind: ImageKind): Promise<Buffer | 'tooLarge' | 'broken'> {
  const pixels = await pixelsOf(bytes);
  if (pixels === undefined) return 'broken';
  if (pixels > MOST_PIXELS) return 'tooLarge';
  return inTurn(async () => {
    try {
      const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
        .rotate()
        .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
      return await encoded(image, kind);
    } catch {
      // The decoder throws for every image that is not whole; which fault it was helps nobody.
      return 'broken';
    }
  });
}

function encoded(image: sharp.Sharp, kind: ImageKind): Promise<Buffer> {
  if (kind === 'jpeg') return image.jpeg({ quality: QUALITY }).toBuffer();
  return kind === 'png' ? image.png().toBuffer() : image.webp({ quality: QUALITY }).toBuffer();
}

async function pixelsOf(bytes: Buffer): Promise<number | undefined> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    return undefined;
  }
}
