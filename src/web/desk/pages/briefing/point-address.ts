import { BELOW_FAIR, paths } from '../../paths.ts';
import type { BriefingFigures } from './briefing.ts';

type Link = NonNullable<BriefingFigures['points'][number]['pieces'][number]['link']>;

/** Where the points stand: whose figures they tell, in which commune, and whether their reader sees its groups. */
type At = {
  readonly figures: Pick<BriefingFigures, 'dataDate' | 'fixedAt'>;
  readonly communeCode: string;
  readonly seesGroups: boolean;
};

/** What a number of a point opens, at the data date of the briefing; nothing where the person sees no groups. */
export function hrefOfPoint(link: Link, { figures, communeCode, seesGroups }: At): string | undefined {
  const ngay = figures.dataDate ?? undefined;
  if ('groups' in link) return seesGroups ? paths.groups(communeCode, ngay, BELOW_FAIR) : undefined;
  const { list, associationCode, groupCode, sessionOn, reach, check, by } = link;
  const filter = {
    ...{ xa: communeCode, ngay, hoi: associationCode, to: groupCode, tu: sessionOn, den: sessionOn },
    lienlac: reach === undefined ? undefined : 'khong',
    // Reports go on after the figures were fixed: the list is that of the moment, as the number is.
    ...(check === undefined ? {} : { kiemtra: 'chua', kiemtraluc: figures.fixedAt ?? undefined }),
  };
  return by === undefined ? paths.list(list, filter) : paths.parts(list, by, filter);
}
