import type {
  PaperTemplate,
  TemplateSignature,
} from '../../../../modules/governance/domain/papers/template.ts';

/** A template as the form holds it: lists as text, one line each. */
export type TypedTemplate = {
  readonly [Field in keyof Omit<PaperTemplate, 'signatures'>]: string;
} & { readonly signatures: readonly TemplateSignature[] };

/** What the form begins with. */
export function typedOf(template: PaperTemplate): TypedTemplate {
  return {
    ...template,
    form: template.form ?? '',
    place: template.place ?? '',
    superior: template.superior.join('\n'),
    issuer: template.issuer.join('\n'),
    addressees: template.addressees.join('\n'),
    toBring: template.toBring.join('\n'),
    recipients: template.recipients.join('\n'),
  };
}

/** The template that the form stands for; empty lines are left out, what is empty where a paper may lack it is null. */
export function templateOf(typed: TypedTemplate): PaperTemplate {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    ...typed,
    typeAbbreviation: typed.typeAbbreviation.trim(),
    issuerAbbreviation: typed.issuerAbbreviation.trim(),
    opening: typed.opening.trim(),
    closing: typed.closing.trim(),
    form: orNull(typed.form),
    place: orNull(typed.place),
    superior: lines(typed.superior),
    issuer: lines(typed.issuer),
    addressees: lines(typed.addressees),
    toBring: lines(typed.toBring),
    recipients: lines(typed.recipients),
    signatures: typed.signatures.map((signature) => ({ ...signature, office: signature.office.trim() })),
  };
}

/** A party that nothing is written for yet. */
export const NEW_SIGNATURE: TemplateSignature = {
  onBehalfOf: null,
  insteadOf: null,
  office: '',
  hint: null,
  signer: 'nobody',
  name: null,
};
