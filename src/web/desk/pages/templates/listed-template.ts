import type { OutputOf } from '../../../../kernel/contract.ts';
import type { listTemplates } from '../../../../modules/governance/contract.ts';

/** The templates of one kind of paper, as an office has them. */
export type ListedTemplate = OutputOf<typeof listTemplates>['templates'][number];

/** A template that a form begins with, and the day from which what is written there is to hold. */
export type BeginWith = Pick<ListedTemplate['coming'][number], 'version' | 'validFrom' | 'content'>;

/** What a form begins with: the version that was chosen, else the last of those of later days, else the one that stands [GV195]. */
export function beginWith(
  { inForce, content, coming }: ListedTemplate,
  today: BeginWith['validFrom'],
  chosen: number | undefined,
): BeginWith {
  const standing = { version: inForce.version, validFrom: today, content };
  const all = [standing, ...coming];
  return all.find(({ version }) => version === chosen) ?? all.at(-1) ?? standing;
}
