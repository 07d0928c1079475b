import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { Show } from '../../../shared/api/show.tsx';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { communeOf, useMe } from '../../session.tsx';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { useAddressParams, useTitle } from '../../use-address.ts';
import { presentItem } from './agenda-section.tsx';
import type { Within } from './briefing.ts';
import { type HallContent, hallSlides, type Slide, slideOfItem } from './hall-slides.ts';
import { useResultsBefore } from './results-before.ts';
import { useBriefing, useFigures } from './use-briefing.ts';

/** The screen of the hall: one number or one list at a time, following the agenda [GV43]. */
export function HallPage(): ReactElement {
  const me = useMe();
  const { commune: code, briefing } = useAddressParams();
  const commune = communeOf(me, code);
  useTitle('Trình chiếu giao ban');
  if (commune === undefined || code === undefined || briefing === undefined) return <NotFound />;
  const within = { communeId: commune.id, briefingId: briefing as Within['briefingId'] };
  return <Hall key={briefing} within={within} backTo={paths.briefing(code, briefing)} />;
}

function Hall({ within, backTo }: { within: Within; backTo: string }): ReactElement {
  const { answer } = useBriefing(within);
  const figures = useFigures(answer.data, within);
  const results = useResultsBefore(within, (answer.data?.before ?? null) !== null);
  // Slides that arrive late would push the one that is shown out of its place.
  const isWhole = !figures.isLoading && !results.isLoading;
  const whole = isWhole ? answer : { ...answer, data: undefined, isLoading: true };
  return (
    <main className="hall" id="noi-dung">
      <Show answer={whole} rows={4} nothing={<NothingHere />}>
        {(briefing) => (
          <Slides
            content={{ briefing, figures: figures.data, before: results.data?.before ?? null }}
            backTo={backTo}
          />
        )}
      </Show>
    </main>
  );
}

const FORTH = ['ArrowRight', ' ', 'PageDown'];
const BACK = ['ArrowLeft', 'PageUp'];

function Slides({ content, backTo }: { content: HallContent; backTo: string }): ReactElement {
  const { briefing } = content;
  const { go } = useNavigation();
  const slides = hallSlides(content);
  const present = briefing.state === 'open' ? presentItem(briefing.agenda)?.itemId : undefined;
  const [at, setAt] = useFollowed(slides, present);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.focus(), []);
  const shown = Math.min(at, slides.length - 1);
  const slide = slides[shown];
  const move = (by: number) => setAt(Math.min(slides.length - 1, Math.max(0, shown + by)));
  const onKeyDown = (event: KeyboardEvent) => {
    const isButton = event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement;
    if (FORTH.includes(event.key) && !(isButton && event.key === ' ')) move(1);
    else if (BACK.includes(event.key)) move(-1);
    else if (event.key === 'Escape' && document.fullscreenElement === null) go(backTo);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the hall; the buttons below do the same.
    <div ref={frame} className="hall-frame" tabIndex={-1} onKeyDown={onKeyDown}>
      {slide === undefined ? null : <OneSlide slide={slide} />}
      <footer className="hall-foot">
        <AppLink href={backTo}>Giao ban {formatDate(briefing.metOn)}</AppLink>
        <span role="status">
          {shown + 1}/{slides.length}
        </span>
        <span className="hall-acts">
          <button type="button" className="btn sm" onClick={() => move(-1)} disabled={shown === 0}>
            Trước
          </button>
          <button
            type="button"
            className="btn sm"
            onClick={() => move(1)}
            disabled={shown === slides.length - 1}
          >
            Sau
          </button>
          <button
            type="button"
            className="btn sm"
            onClick={() => void document.documentElement.requestFullscreen()}
          >
            Toàn màn hình
          </button>
        </span>
      </footer>
    </div>
  );
}

/** The slide that is shown: the person's own choice, until the meeting comes to another item. */
function useFollowed(slides: readonly Slide[], itemId: string | undefined) {
  const [at, setAt] = useState(() => slideOfItem(slides, itemId));
  const followed = useRef(itemId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the meeting, not every change of the slides.
  useEffect(() => {
    if (followed.current === itemId) return;
    followed.current = itemId;
    if (itemId !== undefined) setAt(slideOfItem(slides, itemId));
  }, [itemId]);
  return [at, setAt] as const;
}

function OneSlide({ slide: { title, number, rows, lines } }: { slide: Slide }): ReactElement {
  return (
    <section className="hall-slide" aria-label={title}>
      <h1>{title}</h1>
      {number === undefined ? null : (
        <p className="hall-number">
          <b>{number.value}</b>
          {number.below === '' ? null : <span>{number.below}</span>}
        </p>
      )}
      {rows === undefined ? null : (
        <dl className="hall-rows">
          {rows.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {lines === undefined ? null : (
        <ul className="hall-lines">
          {lines.map(({ text, below }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a meeting may say the same, and none is edited here.
            <li key={i}>
              {text}
              {below === '' ? null : <span>{below}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
