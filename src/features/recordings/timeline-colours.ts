export const timelineFont =
  '12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

export const timelineColours = {
  canvas: '#0e1116',
  raised: '#1d242d',
  line: '#2a333f',
  text: '#a9b4c0',
  day: '#e6eaf0',
  union: '#8aa3bd',
  head: '#e6eaf0',
  hover: '#6f7c8a',
  future: 'rgb(0 0 0 / 0.55)',
  accent: '#4c9aff',
  selection: 'rgb(76 154 255 / 0.22)',
} as const;
