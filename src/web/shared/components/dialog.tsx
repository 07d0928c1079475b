import { type ReactElement, type ReactNode, useId, useLayoutEffect, useRef } from 'react';

/** A window over the page. For what cannot be taken back, and for the keys; everything else is done in place. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** On the button that closes it; without one `Đóng`, beside actions `Thôi`. */
  readonly closeWord?: string;
  /** At the side, the page beside it still to be read. */
  readonly isDrawer?: boolean;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Closed while it still stands in the page, a window gives the keyboard back to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={props.isDrawer ? 'dialog drawer' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <h2 id={heading}>{props.title}</h2>
      <div className="dialog-body">{props.children}</div>
      <div className="dialog-acts">
        {props.actions}
        <button type="button" className="btn" onClick={props.onClose}>
          {props.closeWord ?? (props.actions === undefined ? 'Đóng' : 'Thôi')}
        </button>
      </div>
    </dialog>
  );
}
