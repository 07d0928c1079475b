import { afterAll } from 'vitest';
import { type MailPost, startMailPost } from '../../src/platform/mail/testing/mail-post.ts';
import { briefing, briefingClosed } from './briefing.ts';
import { freshDemo } from './fresh-demo.ts';
import { givenDifficultyAnswered } from './given-difficulty.ts';
import { timePasses } from './habits.ts';
import { monthEnd } from './month-end.ts';
import { ABOUT_MATTER } from './raised-beforehand.ts';
import { tasks } from './tasks.ts';
import { tasksLate } from './tasks-late.ts';

/** The built product in a real browser, from a fresh demo. What is told here is what people see. */
let post: MailPost;
// Told before the demo begins, and so done after its end.
afterAll(() => post?.close());

const demo = freshDemo(async () => {
  post = await startMailPost();
  return {
    GIAOBAN_SMTP_HOST: '127.0.0.1',
    GIAOBAN_SMTP_PORT: String(post.port),
    GIAOBAN_SMTP_FROM: 'giaoban@xa.vn',
    GIAOBAN_DEMO_MAIL: '1',
  };
});

const place = () => ({ ...demo(), mails: post.taken });
monthEnd(place);
briefing(place);
tasks(place);
briefingClosed(place);
givenDifficultyAnswered(place, ABOUT_MATTER);
timePasses(place);
tasksLate(place);
