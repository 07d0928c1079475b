export const heading = 'Thôn';
export const all = <b>mọi thôn</b>;
export const mixed = inVillages('Thôn', name) + ' của thôn';
export const turned = inVillages('Phần của thôn', name);
export const both = 'Thôn, khu phố';
export const others = 'nông thôn, thông tin';
