/** Comments and an XML prologue that pages put before their first tag. */
const preamble = /^(?:\s|<!--[\s\S]{0,2000}?-->|<\?xml[^>]{0,200}\?>)*/;
const pageStart = /^<(?:!doctype\s+html|html|head|body|title|meta|script|frameset)\b/i;

/** Whether a text is a web page, such as a sign-in form that answers in place of the device. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4096);
  return pageStart.test(head.replace(preamble, ''));
}
