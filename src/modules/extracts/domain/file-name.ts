export { displayFileName } from '../../../kernel/file-name.ts';
