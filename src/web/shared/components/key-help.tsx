import { type ReactElement, useState } from 'react';
import { useShortcut } from '../keys/use-shortcut.ts';
import { prefer, usePreferences } from '../preferences.ts';
import { Dialog } from './dialog.tsx';

const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['/'], does: 'Tìm hộ, khế ước, số điện thoại' },
  { keys: ['J', 'K'], does: 'Dòng sau, dòng trước' },
  { keys: ['↑', '↓', '←', '→'], does: 'Đi giữa các ô của bảng' },
  { keys: ['Home', 'End'], does: 'Ô đầu, ô cuối của dòng' },
  { keys: ['Enter'], does: 'Mở dòng hoặc số đang chọn' },
  { keys: ['P'], does: 'In trang này' },
  { keys: ['Ctrl', 'Enter'], does: 'Ghi vào sổ' },
  { keys: ['Esc'], does: 'Đóng, giữ nguyên như cũ' },
  { keys: ['?'], does: 'Xem các phím' },
];

/** The keys of the product, opened with `?`. Single letters can be switched off here. */
export function KeyHelp(): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const { letterKeys } = usePreferences();
  useShortcut('?', () => setOpen(true));
  useShortcut('p', () => window.print());
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
