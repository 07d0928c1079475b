import { expect, it } from 'vitest';
import { idsToSend, typedInto } from './sent-draft.ts';

it('what is typed on after a form was sent goes out under an id of its own, once', () => {
  const newIds = () => ({ id: 'new' });
  const draft = { id: 'first', text: 'Nhầm', isSent: true };
  expect(typedInto({ ...draft, isSent: false }, { text: 'Nhầm tên' }, newIds)).toEqual({ text: 'Nhầm tên' });
  const anew = typedInto(draft, { text: 'Nhầm tên' }, newIds);
  expect(anew).toEqual({ id: 'new', text: 'Nhầm tên', isSent: false });
  expect(typedInto({ ...draft, ...anew }, { text: 'Nhầm họ tên' }, newIds)).toEqual({ text: 'Nhầm họ tên' });
});

it('[GV183] what was refused because its id stands for earlier words goes under another with the next press, unedited', () => {
  const draft = { id: 'a' };
  const newIds = () => ({ id: 'b' });
  expect(idsToSend(draft, false, newIds)).toEqual({ id: 'a' });
  expect(idsToSend(draft, true, newIds)).toEqual({ id: 'b' });
});
