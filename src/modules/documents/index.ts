/** The door of official papers: content in, PDF and DOCX out. */
export {
  officialDate,
  officialPlaceAndDate,
  officialSymbol,
  type PaperType,
  type Signing,
  signingLines,
} from './domain/official-format.ts';
export type {
  Annex,
  Paper,
  PaperBlock,
  PaperCell,
  PaperColumn,
  PaperHeader,
  PaperTable,
  Run,
  SignatureParty,
  Text,
} from './domain/paper.ts';
export { lettersReplacedIn } from './domain/printable-paper.ts';
export { type RenderedPaper, renderDocx, renderPdf, renderPicture } from './render.ts';
