import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { PROJECT_ROOT } from '../../platform/project.ts';
import { giveWay } from '../../platform/threads/give-way.ts';
import { lastingBody } from '../../platform/threads/lasting-body.ts';
import { writeDocx } from './docx/write-docx.ts';
import { layOutPapers } from './domain/lay-out-paper.ts';
import { CELL, markTwips, PAGE, RULE_TWIPS } from './domain/layout.ts';
import { type LayoutWithBreaks, withLineBreaks } from './domain/line-breaks.ts';
import type { PapersToRender, RenderedPages } from './render.ts';

giveWay();

const FOLDER = join(PROJECT_ROOT, 'src/modules/documents');
const STYLES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];
/** Of how many earlier papers the compiler keeps results: the template's own come from the last, others never again. */
const KEPT_PAPERS = 2;

// The setting of papers in a thread of its own: compiler, fonts and template are loaded once.
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const fontBlobs = STYLES.map((style) => readFileSync(join(fonts, style, `Tinos_${style}.ttf`)));
const mainFileContent = readFileSync(join(FOLDER, 'paper.typ'), 'utf8');
const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs }] });

/** The marks as pictures of their letters, each made once; there are as many as there are marks. */
const markPictures = new Map<string, string>();

/** Capitals take two thirds of an em; their marks stand up to a whole em above the line and a quarter below it. */
const PICTURE_PER_CAPITAL = 1.25 / 0.655;

/** The letters of a mark as shapes, with room for what stands above and below Vietnamese capitals. */
function markPicture(mark: string): string {
  const known = markPictures.get(mark);
  if (known !== undefined) return known;
  const mainFileContent = `
    #set page(width: auto, height: auto, margin: 0pt, fill: none)
    #text(font: "Tinos", size: 70pt, weight: "bold", fill: luma(230), top-edge: 1em, bottom-edge: -0.25em, sys.inputs.mark)`;
  const { result } = compiler.compile({ mainFileContent, inputs: { mark } });
  if (!result) throw new Error('a mark was not drawn');
  const picture = compiler.plainSvg(result);
  markPictures.set(mark, picture);
  return picture;
}

lastingBody<PapersToRender, RenderedPages>(({ papers, as }) => {
  const { layout, unprintable } = layOutPapers(papers);
  if (as === 'docx') return { bytes: writeDocx(layout), pages: 0, unprintable };
  const result = set(withLineBreaks(layout));
  const bytes = as === 'pdf' ? compiler.pdf(result, {}) : Buffer.from(compiler.plainSvg(result));
  compiler.evictCache(KEPT_PAPERS);
  return { bytes: new Uint8Array(bytes), pages: result.numOfPages, unprintable };
});

/** A layout set in pages. Content goes in as data, never as mark-up: no text of a paper is ever read as an instruction. */
function set(layout: LayoutWithBreaks): NodeTypstDocument {
  const mark =
    layout.mark === null
      ? {}
      : {
          markPicture: markPicture(layout.mark),
          markTwips: markTwips(layout.mark) * PICTURE_PER_CAPITAL,
        };
  const paper = JSON.stringify({ ...layout, ...mark, page: PAGE, cell: CELL, rule: RULE_TWIPS });
  const compiled = compiler.compile({ mainFileContent, inputs: { paper } });
  const { result } = compiled;
  if (!result)
    throw new Error(`a paper was not set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  return result;
}
