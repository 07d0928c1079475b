import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';

/** A short word after something was done, with a way back where there is one. */
export type Toast = { readonly text: string; readonly undo?: () => void };

type Shown = Toast & { readonly key: number };

const SHOWN_MS = 10_000;
const AT_MOST = 3;

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a toast for ten seconds, or until it is closed. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/** Keeps the toasts of the page and shows them above everything else. */
export function ToastProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const close = useCallback((key: number) => setShown((all) => all.filter((toast) => toast.key !== key)), []);
  const show = useMemo(() => {
    let nextKey = 0;
    return (toast: Toast) => {
      nextKey += 1;
      const key = nextKey;
      setShown((all) => [...all, { ...toast, key }].slice(-AT_MOST));
      setTimeout(() => close(key), SHOWN_MS);
    };
  }, [close]);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {shown.map((toast) => (
          <p key={toast.key} className="toast">
            {toast.text}
            {toast.undo === undefined ? null : (
              <button
                type="button"
                onClick={() => {
                  close(toast.key);
                  toast.undo?.();
                }}
              >
                Hoàn tác
              </button>
            )}
            <button type="button" onClick={() => close(toast.key)}>
              Đóng
            </button>
          </p>
        ))}
      </div>
    </ToastContext>
  );
}
