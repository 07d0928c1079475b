import { type ReactElement, useEffect, useState } from 'react';
import { useShortcut } from '../keys/use-shortcut.ts';
import { prefer, usePreferences } from '../preferences.ts';
import { Dialog } from './dialog.tsx';

const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['/'], does: 'Tìm hộ, khế ước, số điện thoại' },
  { keys: ['J', 'K'], does: 'Dòng sau, dòng trước' },
  { keys: ['↑', '↓', '←', '→'], does: 'Đi giữa các ô của bảng' },
  { keys: ['Home', 'End'], does: 'Ô đầu, ô cuối của dòng; thêm Ctrl: của cả bảng' },
  { keys: ['Enter'], does: 'Mở dòng hoặc số đang chọn' },
  { keys: ['Tab'], does: 'Sang ô nhập, nút hoặc bảng kế tiếp' },
  { keys: ['P'], does: 'In trang này, danh sách thì in đủ mọi dòng' },
  { keys: ['Ctrl', 'Enter'], does: 'Ghi vào sổ; gửi mẫu đang nhập' },
  { keys: ['Esc'], does: 'Đóng, giữ nguyên như cũ' },
  { keys: ['?'], does: 'Xem các phím' },
];

const OPEN = 'giaoban:keys';

/** Shows the keys, for a button where `?` cannot be pressed or letters are switched off. */
export function openKeyHelp(): void {
  document.dispatchEvent(new Event(OPEN));
}

/** The keys of the product, opened with `?`. Single letters can be switched off here. */
export function KeyHelp(): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const { letterKeys } = usePreferences();
  useShortcut('?', () => setOpen(true));
  useEffect(() => {
    const open = () => setOpen(true);
    document.addEventListener(OPEN, open);
    document.addEventListener('keydown', submitForm);
    return () => {
      document.removeEventListener(OPEN, open);
      document.removeEventListener('keydown', submitForm);
    };
  }, []);
  if (!isOpen) return null;
  return (
    <Dialog title="Phím tắt" onClose={() => setOpen(false)}>
      <table className="t keys">
        <thead className="sr">
          <tr>
            <th>Phím</th>
            <th>Việc</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map((row) => (
            <tr key={row.does}>
              <td>
                {row.keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{row.does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="check">
        <input
          type="checkbox"
          checked={letterKeys}
          onChange={(event) => prefer({ letterKeys: event.currentTarget.checked })}
        />
        Dùng phím một chữ khi không ở trong ô nhập
      </label>
    </Dialog>
  );
}

/** Ctrl+Enter in a field sends its form, as the button would; in a text of several lines Enter alone cannot. */
function submitForm(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !event.ctrlKey || event.defaultPrevented) return;
  const form = event.target instanceof Element ? event.target.closest('form') : null;
  // A window's buttons stand below its form and name it.
  const button = [...(form?.elements ?? [])].find(isSubmit);
  if (form === null || button === undefined || button.disabled) return;
  event.preventDefault();
  form.requestSubmit(button);
}

function isSubmit(control: Element): control is HTMLButtonElement {
  return control instanceof HTMLButtonElement && control.type === 'submit';
}
