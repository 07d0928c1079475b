/** Nine to twelve digits, however they are set apart, that no unit of money follows: phones and identity numbers, not contracts. */
const PERSONAL = /(?<![\d.,])\d(?:[ .-]?\d){8,11}(?![ .-]?\d)(?!\s*(?:đ|triệu|tỷ))/giu;

/** What was said in a meeting as its minutes print it, which twenty people receive: without phones and identity numbers [GV108]. */
export function withoutPersonalNumbers(text: string): string {
  return text.replace(PERSONAL, '…');
}
