import { useEffect, useState } from 'react';
import {
  FILE_TOO_LARGE,
  MIB,
  MOST_FILE_MIB,
  MOST_FILES_OF_REPORT,
  TOO_MANY_FILES,
} from '../../../../kernel/file-size.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { CallFailed } from '../../../shared/api/call.ts';
import { type ChosenFile, keptPhotos, type PhotoPlace } from '../../../shared/kept-photos.ts';
import type { ReportDraft } from './report-draft.ts';

/** A photo or paper that was chosen and is not with the server yet. */
export type UnsentFile = ChosenFile & {
  /** The machine keeps it over a reload; where it cannot, the file lives as long as the page does. */
  readonly isKept: boolean;
  /** What it was refused with, here or by the server; it waits no more. */
  readonly error?: unknown;
};

/** Whether a file still waits to be sent. */
export function isWaiting({ error }: UnsentFile): boolean {
  return error === undefined;
}

/** The files of a report that are not with the server. */
export type UnsentFiles = {
  /** Undefined until the machine has said what it kept. */
  readonly unsent: readonly UnsentFile[] | undefined;
  readonly choose: (files: readonly File[]) => void;
  readonly drop: (fileId: Id) => void;
  /** The server has refused it: it is shown with the reason and kept no longer. */
  readonly refuse: (fileId: Id, error: unknown) => void;
};

/** Keeps chosen files on the machine, beside the text of the draft, until they are sent or dropped. */
export function useUnsentFiles(place: PhotoPlace, sent: ReportDraft['sent']): UnsentFiles {
  const { userId, taskId } = place;
  const [unsent, setUnsent] = useState<readonly UnsentFile[]>();
  const kept = keptPhotos(window.indexedDB);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent counts as it was when the page began.
  useEffect(() => {
    let isOver = false;
    const begin = (found: readonly ChosenFile[]) => {
      if (isOver) return;
      const known = new Set(sent.map(({ fileId }) => fileId));
      const left = found.filter(({ fileId }) => !known.has(fileId));
      setUnsent((now = []) => [...left.map((one) => ({ ...one, isKept: true })), ...now]);
    };
    // A browser that keeps nothing has nothing to go on with.
    kept.of({ userId, taskId }).then(begin, () => begin([]));
    return () => {
      isOver = true;
    };
  }, [userId, taskId]);
  const letGo = (fileId: Id) => void kept.drop(fileId).catch(() => undefined);
  const set = (fileId: Id, changed: Partial<UnsentFile>) =>
    setUnsent((all = []) => all.map((one) => (one.fileId === fileId ? { ...one, ...changed } : one)));
  return {
    unsent,
    choose: (files) => {
      const room = MOST_FILES_OF_REPORT - sent.length - (unsent ?? []).filter(isWaiting).length;
      const chosen = files.map((file, i) => chosenFile(file, i < room));
      setUnsent((all = []) => [...all, ...chosen]);
      const waiting = chosen.filter(isWaiting);
      for (const { fileId, file } of waiting)
        kept.keep(place, { fileId, file }).catch(() => set(fileId, { isKept: false }));
    },
    drop: (fileId) => {
      letGo(fileId);
      setUnsent((all = []) => all.filter((one) => one.fileId !== fileId));
    },
    refuse: (fileId, error) => {
      letGo(fileId);
      set(fileId, { error });
    },
  };
}

/** A file as it was chosen; one that the server would not take is refused here, with the server's sentence. */
function chosenFile(file: File, hasRoom: boolean): UnsentFile {
  const chosen = { fileId: crypto.randomUUID() as Id, file, isKept: true };
  if (!hasRoom) return { ...chosen, error: refused('tooManyFiles', TOO_MANY_FILES) };
  if (file.size <= MOST_FILE_MIB * MIB) return chosen;
  const message = FILE_TOO_LARGE.replace('{file}', file.name).replace('{mostMib}', String(MOST_FILE_MIB));
  return { ...chosen, error: refused('fileTooLarge', message) };
}

function refused(code: string, message: string): CallFailed {
  return new CallFailed({ ok: false, refused: code, message, data: {}, reference: null, status: 0 });
}
