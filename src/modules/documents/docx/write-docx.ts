import { archive } from '../../../platform/archive.ts';
import type { Layout } from '../domain/layout.ts';
import { packageParts } from './package-parts.ts';

/** A layout as a text document that Word and LibreOffice edit; the same layout gives the same bytes [DO12]. */
export function writeDocx(layout: Layout): Uint8Array {
  return archive(packageParts(layout));
}
