import { useEffect, useState } from 'react';
import type { KeptAt } from '../../unsent.ts';
import {
  isTypedAt,
  type KeptForm,
  takeFirstField,
  takeKeyboard,
  useKeptFormAt,
  useTypedAt,
} from '../../use-kept-form.ts';
import { useMeeting } from './meeting.tsx';

export { type KeptForm, takeFirstField, takeKeyboard };

/** The form of a name, which is unique in a briefing; while it is open the meeting knows, so that its line stays [GV119]. */
export function useKeptForm(name: string, onClosed?: (name: string) => void): KeptForm {
  const form = useKeptFormAt(useDraftsOfMeeting(), name, onClosed);
  const { openForms } = useMeeting();
  const { isOpen } = form;
  useEffect(() => {
    if (!isOpen) return;
    openForms.add(name);
    return () => void openForms.delete(name);
  }, [openForms, name, isOpen]);
  return form;
}

/** Whether a form of one of these names has something typed in it, when the page is opened. */
export function useIsDrafted(names: readonly string[]): boolean {
  const at = useDraftsOfMeeting();
  const [isAny] = useState(() => names.some((name) => isTypedAt(at, name)));
  return isAny;
}

/**
 * What stands in the fields of a form of a briefing; see {@link useTypedAt}.
 *
 * @param start what stands there while nothing was typed
 */
export function useDraft<T>(name: string, start: () => T): readonly [T, (changed: Partial<T>) => void] {
  return useTypedAt(useDraftsOfMeeting(), name, start);
}

function useDraftsOfMeeting(): KeptAt {
  return { ...useMeeting().place, kind: 'draft' };
}
