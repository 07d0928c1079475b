import type { ReactElement } from 'react';
import { linkText } from '../../../../modules/governance/domain/linked-text.ts';
import { listGroups } from '../../../../modules/groups/contract.ts';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { may, useMe } from '../../session.tsx';
import type { BriefingFigures } from './briefing.ts';
import { hrefOfPoint } from './point-address.ts';

type Point = BriefingFigures['points'][number];
type Link = NonNullable<Point['pieces'][number]['link']>;
type At = { readonly figures: BriefingFigures; readonly communeCode: string };

/**
 * A point as it is raised, each number opening its list: of the prepared sentence, and of a person's own as far as they still stand in
 * it [GV176]. Lists of which it has no number stand below it; where the figures changed since, the sentence that they make now [GV28].
 */
export function PointText({ point, at }: { readonly point: Point; readonly at: At }): ReactElement {
  const { ownText, pieces, preparedThen } = point;
  if (ownText === null) return <Linked pieces={pieces} at={at} />;
  const own = linkText(ownText, pieces);
  return (
    <>
      <Linked pieces={own.pieces} at={at} />
      {preparedThen === null ? (
        <Lists left={own.left} at={at} />
      ) : (
        <span className="sub">
          Số liệu đã đổi sau khi sửa câu này. Nay là:{' '}
          {pieces.length === 0 ? 'không còn điểm này' : <Linked pieces={pieces} at={at} />}
        </span>
      )}
    </>
  );
}

function Linked(props: { pieces: readonly Point['pieces'][number][]; at: At }): ReactElement {
  const hrefOf = useHrefOf(props.at);
  return (
    <>
      {props.pieces.map(({ text, link }) =>
        link === null ? (
          text
        ) : (
          <NumberLink key={JSON.stringify(link)} href={hrefOf(link)}>
            {text}
          </NumberLink>
        ),
      )}
    </>
  );
}

/** The lists of the numbers that a person left out of the sentence. */
function Lists(props: {
  left: readonly { readonly clause: string; readonly link: Link }[];
  at: At;
}): ReactElement | null {
  const hrefOf = useHrefOf(props.at);
  const lists = props.left.flatMap(({ clause, link }) => {
    const href = hrefOf(link);
    return href === undefined ? [] : [{ clause, href }];
  });
  if (lists.length === 0) return null;
  return (
    <span className="pts-lists small dim no-print">
      Xem danh sách:{' '}
      {lists.map(({ clause, href }, i) => (
        <span key={href}>
          {i === 0 ? '' : '; '}
          <NumberLink href={href}>{clause}</NumberLink>
        </span>
      ))}
    </span>
  );
}

function useHrefOf({ figures, communeCode }: At): (link: Link) => string | undefined {
  const seesGroups = may(useMe(), listGroups);
  return (link) => hrefOfPoint(link, { figures, communeCode, seesGroups });
}
