import { type ReactElement, useState } from 'react';
import { MoreRows } from '../../../shared/components/data-table.tsx';
import { FindForm } from '../../../shared/components/find-form.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { useShortPages } from '../../../shared/use-short-pages.ts';
import {
  foundWords,
  isLooking,
  isSought,
  type LineToFind,
  READ_AT_A_GLANCE,
  type Sought,
} from './long-lines.ts';

/** Lines on the page of a briefing as somebody looks through them. */
export type LongLines<Line> = {
  /** The class of a line that is not in sight on a screen. All stay on the page: paper shows every one, and numbers stay. */
  readonly classOf: (line: Line) => string | undefined;
  /** What stands above them: the field to look for words, and what was found. */
  readonly finder: ReactElement | null;
  /** What stands below them: on a phone the step to the next ones. */
  readonly more: ReactElement | null;
};

/** What {@link useLongLines} needs to know of a list. */
export type LinesToLookThrough<Line> = {
  /** Names the field in which words are typed. */
  readonly label: string;
  readonly lines: readonly Line[];
  readonly keyOf: (line: Line) => string;
  readonly toFind: (line: Line) => LineToFind;
  readonly sought: Sought;
  /** The address of the page when something else is looked for. */
  readonly hrefOf: (sought: Sought) => string;
  /** Nothing is written in it any more: on a phone it is drawn ten lines at a time. */
  readonly isOver: boolean;
};

/** A list of conclusions that may be hundreds: looked through by words or for one's own; a short one is left as it is. */
export function useLongLines<Line>(list: LinesToLookThrough<Line>): LongLines<Line> {
  const { lines, keyOf, toFind, sought } = list;
  const cameSince = useCameSince(lines.map(keyOf), sought);
  const found = lines.filter((line) => cameSince(keyOf(line)) || isSought(toFind(line), sought));
  const pages = useShortPages(found, undefined);
  const isLong = lines.length > READ_AT_A_GLANCE;
  const isCut = list.isOver && found.length > READ_AT_A_GLANCE;
  const inSight = new Set(isCut ? pages.rows : found);
  return {
    classOf: (line) => (inSight.has(line) ? undefined : 'not-in-sight'),
    finder: isLong || isLooking(sought) ? <Finder list={list} found={found.length} /> : null,
    more:
      isCut && pages.more !== undefined ? (
        <MoreRows
          shown={inSight.size}
          total={found.length}
          noun="kết luận"
          isBusy={false}
          onMore={pages.more}
        />
      ) : null,
  };
}

/** Whether a line came after somebody began to look: what is added meanwhile is seen, whatever it says. */
function useCameSince(keys: readonly string[], sought: Sought): (key: string) => boolean {
  const looking = `${sought.isOwnOnly} ${sought.words}`;
  const [began, begin] = useState(() => ({ looking, keys: new Set(keys) }));
  if (began.looking !== looking) begin({ looking, keys: new Set(keys) });
  return (key) => !began.keys.has(key);
}

function Finder<Line>({ list, found }: { list: LinesToLookThrough<Line>; found: number }): ReactElement {
  const { lines, toFind, sought, hrefOf } = list;
  const { go } = useNavigation();
  const own = lines.filter((line) => isSought(toFind(line), { ...sought, isOwnOnly: true })).length;
  return (
    <div className="line-find no-print">
      <FindForm
        label={list.label}
        sought={sought.words}
        onFind={(words) => go(hrefOf({ ...sought, words }))}
      />
      <p className="small dim in-text">
        <span role="status">{foundWords(sought, { found, total: lines.length })}</span>
        {isLooking(sought) ? (
          <AppLink href={hrefOf({ words: '', isOwnOnly: false })}>
            Xem cả {formatInteger(lines.length)}
          </AppLink>
        ) : null}
        {own === 0 || sought.isOwnOnly ? null : (
          <AppLink href={hrefOf({ ...sought, isOwnOnly: true })}>Của tôi ({formatInteger(own)})</AppLink>
        )}
      </p>
    </div>
  );
}
