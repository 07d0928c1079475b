import type { BusinessDate } from '../../../../kernel/dates.ts';
import {
  officialDate,
  officialPlaceAndDate,
  officialSymbol,
  type Paper,
  type PaperType,
  type Run,
  type SignatureParty,
  signingLines,
} from '../../../documents/index.ts';
import type { PaperKind } from '../../domain/papers/paper-kinds.ts';
import { filled, type PlaceholderValues } from '../../domain/papers/placeholders.ts';
import type { PaperTemplate, Signer, TemplateSignature } from '../../domain/papers/template.ts';
import { withoutPersonalNumbers } from '../../domain/personal-numbers.ts';

/** All of a paper that does not come from its matter: the office's template, the occasion, who signs. */
export type Frame = {
  readonly template: PaperTemplate;
  readonly values: PlaceholderValues;
  /** The commune has several points: titles say at which the meeting was [GV264]. */
  readonly isOneOfSeveral: boolean;
  /** The paper's own day. */
  readonly on: BusinessDate;
  /** Null until somebody took one from the register of outgoing papers: room is left to write it by hand. */
  readonly number: number | null;
  readonly signers: Readonly<Partial<Record<Signer, string | null>>>;
  readonly isSample: boolean;
  readonly isDraft: boolean;
};

/** What a paper is about. */
export type Matter = Pick<Paper, 'abstract' | 'body'> &
  Partial<Pick<Paper, 'addressees' | 'grounds' | 'annexes' | 'footNote'>>;

/** Which type of paper each kind is [DO3]. */
export const TYPE_OF: Readonly<Record<PaperKind, PaperType>> = {
  invitation: 'invitation',
  minutes: 'minutes',
  conclusions: 'notice',
  assignment: 'assignment',
  results: 'report',
};

/** Where a number is written by hand. */
const ROOM = '……';

/** A paper: its matter in the frame of the office [GV61]. */
export function framed(kind: PaperKind, frame: Frame, matter: Matter): Paper {
  const { template, on } = frame;
  const told = (text: string) => filled(text, frame.values);
  return {
    type: TYPE_OF[kind],
    on,
    header: {
      form: template.form,
      superior: template.superior.map(told),
      issuer: template.issuer.map(told),
      number: `Số: ${symbolOf(frame)}`,
      placeAndDate: template.place === null ? null : officialPlaceAndDate(told(template.place), on),
    },
    addressees: template.addressees.map(told),
    grounds: [],
    annexes: [],
    footNote: null,
    ...matter,
    signatures: template.signatures.map((signature) => signatureOf(signature, frame)),
    recipients: template.recipients.map(told),
    isSample: frame.isSample,
    isDraft: frame.isDraft,
  };
}

/** `05/GM-NHCS` as other papers cite it, with room for a number that is not taken yet [DO1]. */
export function symbolOf({ number, template }: Pick<Frame, 'number' | 'template'>): string {
  const { typeAbbreviation: abbreviation, issuerAbbreviation: issuer } = template;
  if (number === null) return `${ROOM}/${abbreviation}-${issuer}`;
  return officialSymbol({ number, abbreviation, issuer });
}

/** The opening of the template with its places filled. */
export function opening({ template, values }: Frame): string {
  return filled(template.opening, values);
}

/** The last paragraph, closed as papers close; a template without one closes with what the paper says itself. */
export function closing({ template, values }: Frame, own: string): string {
  const text = template.closing === '' ? own : filled(template.closing, values);
  return `${text.replace(/[.\s]+$/u, '')}./.`;
}

/** `tháng 02 năm 2027` [DO2]. */
export function officialMonth(on: BusinessDate): string {
  return officialDate(on).replace(/^ngày \d+ /, '');
}

/** Where a meeting is: `xã Bình Ngọc`; of one of several points `điểm giao dịch Vân Hòa, xã Sơn Long` [GV264]. */
export function meetingPlace({ values }: Pick<Frame, 'values'>): string {
  return values['nơi giao ban'];
}

/** Which meeting of a commune it was: `tháng 12 năm 2026`; of one of several points, each with its own, `tháng 12 năm 2026 điểm Vân Hòa` [GV264]. */
export function meetingOfMonth(
  { values, isOneOfSeveral }: Pick<Frame, 'values' | 'isOneOfSeveral'>,
  on: BusinessDate,
): string {
  return isOneOfSeveral ? `${officialMonth(on)} điểm ${values.điểm}` : officialMonth(on);
}

/** `Thời gian: 10 giờ`, the label bold. */
export function labelled(label: string, text: string): Run[] {
  return [{ text: `${label}: `, bold: true }, { text }];
}

/** Ends a sentence once, whatever the person ended it with. */
export function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

function signatureOf(signature: TemplateSignature, { values, signers }: Frame): SignatureParty {
  const told = (text: string) => filled(text, values);
  const { onBehalfOf, insteadOf, office, hint, signer, name } = signature;
  const lines = signingLines({
    ...(onBehalfOf === null ? {} : { onBehalfOf: told(onBehalfOf) }),
    ...(insteadOf === null ? {} : { insteadOf: { ...insteadOf, office: told(insteadOf.office) } }),
    office: told(office),
  }).flatMap((line) => line.split('\n'));
  return {
    lines,
    ...(hint === null ? {} : { hint }),
    name: name ?? withoutPersonalNumbers(signers[signer] ?? ''),
  };
}
