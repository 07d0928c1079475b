import sharp from 'sharp';
import { oneOf } from './chance.ts';

/** A picture of the demo: a drawing that says by its mark that it is none of a real place. */
export type SamplePhoto = { readonly name: string; readonly bytes: Buffer };

/** Times of day of the one drawing: sky, hills, field, wall. */
const SCENES = {
  'anh-mau-buoi-sang.jpg': ['#cfe6f2', '#8fb59a', '#c9b458', '#e8d9b8'],
  'anh-mau-buoi-trua.jpg': ['#9cc9ea', '#6f9f7c', '#7fae4f', '#f1e3c6'],
  'anh-mau-buoi-chieu.jpg': ['#f3cfa6', '#8a8f7a', '#b08d4a', '#dcc3a0'],
} as const;

const NAMES = Object.keys(SCENES) as (keyof typeof SCENES)[];
/** As small as a picture can be and still be one: the demo's data folder stays light. */
const [WIDTH, HEIGHT] = [480, 360];

/** "MẪU" in strokes: a font would look different, or be missing, on another machine. */
const MARK =
  'M0 60V0L25 35L50 0V60 M70 60L95 0L120 60M80 38H110M80 -8L95 -20L110 -8M78 -28Q87 -40 95 -31T112 -34 M140 0V40Q140 60 162 60T184 40V0';

const drawn = new Map<string, Promise<Buffer>>();

/** One of three drawings of a house at a field, by chance that is always the same; each is drawn once. */
export async function samplePhoto(seed: string): Promise<SamplePhoto> {
  const name = oneOf(NAMES, seed, 'scene');
  const drawing = drawn.get(name) ?? draw(SCENES[name]);
  drawn.set(name, drawing);
  return { name, bytes: await drawing };
}

function draw([sky, hills, field, wall]: readonly [string, string, string, string]): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="480" height="360" fill="${sky}"/>
    <path d="M0 190Q90 110 190 180T400 160T480 190V360H0Z" fill="${hills}"/>
    <path d="M0 240H480V360H0Z" fill="${field}"/>
    <path d="M130 160H330V270H130Z" fill="${wall}"/><path d="M110 165L230 100L350 165Z" fill="#a4513a"/>
    <path d="M205 195H255V270H205Z" fill="#6b4a35"/><path d="M150 190H185V220H150ZM275 190H310V220H275Z" fill="#5d7c8a"/>
    <path d="M395 270V180" stroke="#6b4a35" stroke-width="10"/><circle cx="395" cy="160" r="42" fill="#4f8152"/>
    <g transform="translate(256 268) rotate(-8) scale(1.05)" fill="none" stroke-linecap="round" stroke-linejoin="round">
      <path d="${MARK}" stroke="#ffffff" stroke-width="13"/><path d="${MARK}" stroke="#9b1c1c" stroke-width="6"/>
    </g></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}
