import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NoMail } from './no-mail.tsx';

test('the demo says that it sends nothing; elsewhere a mail server is lacking', () => {
  expect(renderToStaticMarkup(<NoMail isDemo />)).toContain('Dữ liệu mẫu không gửi thư');
  expect(renderToStaticMarkup(<NoMail isDemo={false} />)).toContain('Chưa đặt máy chủ thư');
});
