import type { ReactElement } from 'react';
import { listDirectives, showTaskOverview } from '../../../../modules/governance/contract.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { usePages, useQuestion } from '../../../shared/api/query.ts';
import { MoreRows } from '../../../shared/components/data-table.tsx';
import { PageHead, Section } from '../../../shared/components/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../shared/components/states.tsx';
import { CommuneSwitcher } from '../../../shared/components/switchers.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { useShortPages } from '../../../shared/use-short-pages.ts';
import { type DirectiveFilter, paths } from '../../paths.ts';
import { communeOf, type Me, useMe } from '../../session.tsx';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import { keyOfWord, PROGRESS_OPTIONS, PROGRESS_WORDS, SOURCE_OPTIONS, SOURCE_WORDS } from './directive.ts';
import { DirectivesTable } from './directives-table.tsx';

type Commune = Me['communes'][number];

/** What was ordered in a commune, by whichever paper, and what came of it: directive by directive. */
export function DirectivesPage(): ReactElement {
  const me = useMe();
  const filter: DirectiveFilter = useSearchParams();
  const commune = communeOf(me, filter.xa) ?? me.communes[0];
  useTitle('Chỉ đạo');
  return (
    <Page
      tools={
        <CommuneSwitcher
          communes={me.communes.map((place) => ({ id: place.code ?? place.id, name: place.name }))}
          currentId={commune?.code ?? commune?.id}
          hrefOf={(code) => paths.directives({ xa: code })}
        />
      }
    >
      {commune === undefined ? (
        <EmptyState>Chức vụ này chưa được giao xã nào.</EmptyState>
      ) : (
        <Directives commune={commune} filter={{ ...filter, xa: commune.code ?? commune.id }} />
      )}
    </Page>
  );
}

function Directives({ commune, filter }: { commune: Commune; filter: DirectiveFilter }): ReactElement {
  const { pages, more, isLoading, isLoadingMore, error, again } = usePages(
    listDirectives,
    questionOf(commune, filter),
    { nextOf: (page) => page.next, cursorName: 'cursor' },
  );
  const { rows: directives, more: next } = useShortPages(
    pages.flatMap((page) => page.directives),
    more,
  );
  const [first] = pages;
  return (
    <>
      <PageHead title={`Chỉ đạo, ${commune.name}`}>
        <AppLink href={paths.tasks({ xa: filter.xa })}>Việc được giao</AppLink> / Kết luận giao ban, chỉ đạo
        của Chủ tịch, nghị quyết Ban đại diện và kết quả thực hiện.
      </PageHead>
      <Filters commune={commune} filter={filter} />
      <div className="stack">
        <Section title="Chỉ đạo" note={first === undefined ? undefined : formatInteger(first.total)}>
          {error ? <ErrorState failure={failureOf(error)} onRetry={again} /> : null}
          {isLoading ? <LoadingRows rows={6} /> : null}
          {first === undefined ? null : directives.length === 0 ? (
            <EmptyState>
              {isNarrowed(filter)
                ? 'Không có chỉ đạo nào như vậy. Bỏ bớt điều kiện lọc.'
                : 'Chưa có chỉ đạo nào. Kết luận của buổi giao ban thành chỉ đạo khi buổi họp kết thúc; Chủ tịch UBND ra chỉ đạo ở trang Việc được giao.'}
            </EmptyState>
          ) : (
            <>
              <DirectivesTable
                directives={directives}
                today={first.today}
                filter={filter}
                communeCode={commune.code ?? commune.id}
              />
              <MoreRows
                shown={directives.length}
                total={first.total}
                noun="chỉ đạo"
                isBusy={isLoadingMore}
                onMore={next}
              />
            </>
          )}
        </Section>
      </div>
    </>
  );
}

function questionOf(commune: Commune, filter: DirectiveFilter) {
  const source = keyOfWord(SOURCE_WORDS, filter.nguon);
  return {
    communeId: commune.id,
    progress: keyOfWord(PROGRESS_WORDS, filter.loc) ?? ('all' as const),
    ...(source === undefined ? {} : { source }),
    ...(filter.cua === undefined ? {} : { ownerSeat: filter.cua }),
    ...(filter.ten === undefined ? {} : { ownerName: filter.ten }),
    ...(filter.buoi === undefined ? {} : { briefingId: filter.buoi as Commune['id'] }),
    ...(filter.truoc === undefined ? {} : { beforeBriefingId: filter.truoc as Commune['id'] }),
  };
}

function isNarrowed({ xa: _, ...filter }: DirectiveFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** Every choice goes into the address at once, so that a narrowed list can be kept and sent. */
function Filters({ commune, filter }: { commune: Commune; filter: DirectiveFilter }): ReactElement {
  const { go } = useNavigation();
  const { data } = useQuestion(showTaskOverview, { communeId: commune.id });
  const change = (part: DirectiveFilter) => go(paths.directives({ ...filter, ...part }));
  const owners = (data?.actors ?? []).map(({ seat, name, givenName }) => ({
    value: seat ?? `ten ${givenName}`,
    text: name,
  }));
  const chooseOwner = (value: string | undefined) => {
    const name = value?.startsWith('ten ') ? value.slice(4) : undefined;
    change({ ten: name, cua: name === undefined ? value : undefined });
  };
  return (
    <div className="filters no-print">
      <Choice
        label="Nguồn chỉ đạo"
        all="Mọi nguồn"
        value={filter.nguon}
        options={SOURCE_OPTIONS}
        onChoose={(nguon) => change({ nguon })}
      />
      <Choice
        label="Tình trạng"
        all="Mọi tình trạng"
        value={filter.loc}
        options={PROGRESS_OPTIONS}
        onChoose={(loc) => change({ loc })}
      />
      <Choice
        label="Người nhận việc"
        all="Mọi người nhận"
        value={filter.ten === undefined ? filter.cua : `ten ${filter.ten}`}
        options={owners}
        onChoose={chooseOwner}
      />
      {filter.buoi === undefined ? null : (
        <AppLink className="chip info chip-out" href={paths.directives({ ...filter, buoi: undefined })}>
          Của một buổi giao ban, xem mọi buổi
        </AppLink>
      )}
      {filter.truoc === undefined ? null : (
        <AppLink className="chip info chip-out" href={paths.directives({ ...filter, truoc: undefined })}>
          Của các kỳ giao ban trước, xem mọi kỳ
        </AppLink>
      )}
    </div>
  );
}

function Choice(props: {
  label: string;
  all: string;
  value: string | undefined;
  options: readonly { readonly value: string; readonly text: string }[];
  onChoose: (value: string | undefined) => void;
}): ReactElement {
  return (
    <select
      className="input"
      aria-label={props.label}
      value={props.value ?? ''}
      onChange={(event) => props.onChoose(event.currentTarget.value || undefined)}
    >
      <option value="">{props.all}</option>
      {props.options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
