import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Paper } from '../domain/paper.ts';
import { renderDocx, renderPdf } from '../render.ts';
import { convertByLibreOffice } from './libreoffice.ts';

/** A paper in both formats: our PDF, and what LibreOffice makes of our DOCX. */
export type Printed = { readonly pdf: string; readonly converted: string; readonly pages: number };

/** Printed papers, until they are thrown away. */
export type Press = {
  /** @throws Error when no paper of that name was printed */
  readonly printed: (name: string) => Printed;
  readonly close: () => void;
};

/** Prints papers in both formats, several under one name as one file; LibreOffice starts once for all. */
export async function print(papers: Readonly<Record<string, Paper | readonly Paper[]>>): Promise<Press> {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-papers-'));
  const printed = new Map<string, Printed>();
  for (const [name, given] of Object.entries(papers)) {
    const together = 'body' in given ? [given] : given;
    const pdf = join(folder, `${name}.pdf`);
    const { bytes, pages } = await renderPdf(...together);
    writeFileSync(pdf, bytes);
    writeFileSync(join(folder, `${name}.docx`), (await renderDocx(...together)).bytes);
    printed.set(name, { pdf, converted: join(folder, 'lo', `${name}.pdf`), pages });
  }
  const documents = Object.keys(papers).map((name) => join(folder, `${name}.docx`));
  convertByLibreOffice(documents, join(folder, 'lo'));
  return {
    printed: (name) => {
      const found = printed.get(name);
      if (!found) throw new Error(`no paper ${name} was printed`);
      return found;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
