import sharp from 'sharp';
import { expect, it } from 'vitest';
import { samplePhoto } from './sample-photo.ts';

it('a photo of the demo is a small picture, the same for the same report, and named as a sample', async () => {
  const photo = await samplePhoto('Kiểm tra sử dụng vốn');
  expect(await samplePhoto('Kiểm tra sử dụng vốn')).toEqual(photo);
  expect(photo.name).toMatch(/^anh-mau-/);
  expect(photo.bytes.length).toBeLessThan(40_000);
  expect(await sharp(photo.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 360 });
});
