import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Section } from './section.tsx';

const marked = (note: string) =>
  renderToStaticMarkup(
    <Section title="Khó khăn nêu ra" note={note}>
      {null}
    </Section>,
  );

test('what is said beside a heading breaks behind its commas, a decimal one apart, and is read as it was written', () => {
  const markup = marked('5, chưa trả lời 2, tỷ lệ 1,5');
  const phrases = [...markup.matchAll(/<span class="phrase">([^<]*)/g)].map(([, phrase]) => phrase);
  expect(phrases).toEqual(['5,', 'chưa trả lời 2,', 'tỷ lệ 1,5']);
  expect(markup.replace(/<[^>]+>/g, '').trim()).toBe('Khó khăn nêu ra5, chưa trả lời 2, tỷ lệ 1,5');
  expect(marked('2 báo cáo')).toContain('>2 báo cáo</span>');
});
