export const list: Command = {
  name: 'lists show',
  options: [{ name: 'date', summary: 'ngày' }],
};
export const demo: Command = {
  name: 'demo',
};
