import {
  type KeyboardEvent,
  type ReactElement,
  useDeferredValue,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { search } from '../../../modules/registry/contract.ts';
import { SEARCH_TOO_SHORT } from '../../../modules/registry/domain/search-query.ts';
import { failureOf } from '../../shared/api/call.ts';
import { Icon } from '../../shared/components/icon.tsx';
import { useOutside } from '../../shared/components/menu.tsx';
import { useShortcut } from '../../shared/keys/use-shortcut.ts';
import { shortVillage } from '../../shared/names.ts';
import { AppLink, useNavigation } from '../../shared/navigation.tsx';
import { paths } from '../paths.ts';
import { codeOfCommune, type Me, may, useMe } from '../session.tsx';
import { type Found, type Hit, isTooShort, useSearch } from '../use-search.ts';

/** Finds a household by name, contract, phone or identity number, from any page; `/` goes to it. */
export function SearchBox(): ReactElement | null {
  const me = useMe();
  if (!may(me, search)) return <span className="push" />;
  return <SearchField me={me} />;
}

function SearchField({ me }: { me: Me }): ReactElement {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const { go } = useNavigation();
  const asked = useDeferredValue(text.trim());
  const isAsking = asked !== '';
  const answer = useSearch(asked);
  const hits = answer.data?.hits ?? [];
  const isAnswered = asked === text.trim() && answer.data !== undefined && !answer.isStale;
  useOutside(root, isOpen, () => setOpen(false));
  useShortcut('/', () => input.current?.focus());
  const open = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    setOpen(false);
    go(hrefOf(me, hit));
  };
  const enter = useEnter(isAnswered, () => open(hits[at]));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return enter.press(event);
    enter.forget();
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <div className="search" ref={root}>
      <label className="field search-field">
        <Icon name="search" />
        <span className="sr">Tìm hộ, khế ước, số điện thoại</span>
        <input
          ref={input}
          type="search"
          role="combobox"
          aria-expanded={isOpen && isAsking}
          aria-controls={listId}
          aria-activedescendant={isOpen && hits.length > 0 ? `${listId}-${at}` : undefined}
          aria-autocomplete="list"
          placeholder="Tìm hộ, khế ước, số điện thoại"
          autoComplete="off"
          value={text}
          onKeyDown={onKeyDown}
          onFocus={() => setOpen(true)}
          onChange={(event) => {
            enter.forget();
            setText(event.currentTarget.value);
            setAt(0);
            setOpen(true);
          }}
        />
        <kbd>/</kbd>
      </label>
      {isOpen && isAsking ? (
        <div className="search-hits">
          <div role="listbox" id={listId} aria-label="Kết quả tìm">
            {hits.map((hit, index) => (
              <AppLink
                key={`${hit.personId}-${hit.contractNo ?? ''}`}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                href={hrefOf(me, hit)}
                onClick={() => setOpen(false)}
              >
                <b>{hit.fullName}</b>
                <span className="dim">{hit.birthYear === null ? '' : `sinh ${hit.birthYear}`}</span>
                <span className="sub">{detailOf(hit)}</span>
              </AppLink>
            ))}
          </div>
          <SearchNote answer={answer} shown={hits.length} asked={asked} />
        </div>
      ) : null}
    </div>
  );
}

/**
 * Enter, for whoever types faster than the answer comes: until then the hits are those of the letters before, and the first of them is
 * another household. Pressed too early it waits for the answer; what is typed on takes it back.
 */
function useEnter(isAnswered: boolean, act: () => void) {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting || !isAnswered) return;
    setWaiting(false);
    act();
  });
  return {
    press: (event: KeyboardEvent) => {
      event.preventDefault();
      if (isAnswered) act();
      else setWaiting(true);
    },
    forget: () => setWaiting(false),
  };
}

function SearchNote(props: {
  answer: { data: Found | undefined; error: unknown };
  shown: number;
  asked: string;
}): ReactElement | null {
  const { data, error } = props.answer;
  if (isTooShort(props.asked)) return <p role="status">{SEARCH_TOO_SHORT}</p>;
  if (data === undefined && error !== null) return <p role="alert">{failureOf(error).message}</p>;
  if (data === undefined) return <p role="status">Đang tìm…</p>;
  if (data.total === 0) return <p role="status">Không tìm thấy “{props.asked}” trong phạm vi được giao.</p>;
  if (data.total > props.shown)
    return (
      <p role="status">
        Hiện {props.shown} trong {data.total}. Gõ thêm chữ để thu hẹp.
      </p>
    );
  return null;
}

function hrefOf(me: Me, hit: Hit): string {
  return paths.household(codeOfCommune(me, hit.communeId), hit.householdId);
}

function detailOf(hit: Hit): string {
  const parts = [
    shortVillage(hit.villageName ?? hit.villageCode),
    hit.contractNo ?? hit.customerCode,
    hit.phoneWrongSince === null ? hit.phone : `${hit.phone} (sai số)`,
  ];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}
