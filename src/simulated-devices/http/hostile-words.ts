/** Calls the function that a test listens for. */
const hit = '__hit()';

/**
 * What a hostile device might call itself: markup, handlers, addresses and templates that would
 * run `__hit` where somebody took them for more than text, and text that misleads or overflows.
 * None holds a line end, for not every protocol could carry it.
 */
export const hostileWords: readonly string[] = [
  `<script>${hit}</script>`,
  `</script><script>${hit}</script>`,
  `<SCRIPT SRC=data:text/javascript,${hit}></SCRIPT>`,
  `<scr<script>ipt>${hit}</scr</script>ipt>`,
  `<script type=module>${hit}</script>`,
  `<script/x>${hit}</script/x>`,
  `"><script>${hit}</script>`,
  `'><script>${hit}</script>`,
  `</title><script>${hit}</script>`,
  `</style><script>${hit}</script>`,
  `</textarea><script>${hit}</script>`,
  `--><script>${hit}</script>`,
  `]]><script>${hit}</script>`,
  `<img src=x onerror=${hit}>`,
  `<img src=x onerror="${hit}">`,
  `<img/src=x/onerror=${hit}>`,
  `"><img src=x onerror=${hit}>`,
  `<image href=x onerror=${hit}>`,
  `<body onload=${hit}>`,
  `<input autofocus onfocus=${hit}>`,
  `<details open ontoggle=${hit}>`,
  `<video><source onerror=${hit}></video>`,
  `<audio src=x onerror=${hit}>`,
  `<marquee onstart=${hit}>x</marquee>`,
  `<div onpointerover=${hit} style=position:fixed;inset:0>x</div>`,
  `" onfocus=${hit} autofocus tabindex=0 x="`,
  `' onmouseover=${hit} x='`,
  `x onerror=${hit} y=`,
  `javascript:${hit}`,
  `JaVaScRiPt:${hit}`,
  `java\tscript:${hit}`,
  `data:text/html,<script>parent.${hit}</script>`,
  `vbscript:${hit}`,
  `<a href="javascript:${hit}">press</a>`,
  `<iframe src="javascript:parent.${hit}"></iframe>`,
  `<iframe srcdoc="<script>parent.${hit}</script>"></iframe>`,
  `<form action="javascript:${hit}"><button>x</button></form>`,
  `<meta http-equiv=refresh content="0;url=javascript:${hit}">`,
  `<base href="javascript:/a/../${hit}//">`,
  `<link rel=stylesheet href="data:text/css,*{display:none}">`,
  `<object data="javascript:${hit}"></object>`,
  `<embed src="data:text/html,<script>${hit}</script>">`,
  `<svg onload=${hit}>`,
  `<svg><script>${hit}</script></svg>`,
  `<svg><animate onbegin=${hit} attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${hit} />#x"></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${hit}>`,
  '{{constructor.constructor("__hit()")()}}',
  `\${${hit}}`,
  `<%= ${hit} %>`,
  `#{${hit}}`,
  '{count, plural, one {# camera} other {# cameras}}',
  '{name, select, other {<0>broken</0>}} {',
  '__proto__',
  'constructor',
  'toString',
  '\u202Egnp.exe\u202C \u2066hidden\u2069',
  'in\u200Bvis\u200Cible\u200D\uFEFF \u00AD\u2060',
  `${'Ẕ̸͓͖̈́̊a̷̧l̸g̷o'.repeat(8)} ${'W'.repeat(40)}`,
  'N'.repeat(4096),
];

/** Another one for each field, and for each round another one again; always the same. */
export function hostileWord(field: string, round: number): string {
  let sum = round;
  for (const sign of field) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return hostileWords[(sum + round) % hostileWords.length] ?? '';
}
