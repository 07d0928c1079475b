import type { ReactElement } from 'react';
import { Icon } from '../../../shared/components/icon.tsx';

/** Why nothing goes by mail, and what to do instead. */
export function NoMail({ isDemo }: { readonly isDemo: boolean }): ReactElement {
  return (
    <p className="notice">
      <Icon name="info" />
      <span>
        {isDemo
          ? 'Dữ liệu mẫu không gửi thư cho ai. In giấy mời rồi giao tận tay, như nơi chưa có máy chủ thư.'
          : 'Chưa đặt máy chủ thư nên chưa gửi qua thư được. In giấy mời rồi giao tận tay, hoặc nhờ người quản trị đặt máy chủ thư.'}
      </span>
    </p>
  );
}
