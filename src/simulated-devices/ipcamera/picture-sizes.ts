/** The names of sizes in `Image.I0.Appearance.Resolution`. */
export const pictureSizes: Readonly<Record<string, readonly [width: number, height: number]>> = {
  qcif: [176, 144],
  cif: [352, 288],
  '2cif': [704, 288],
  '4cif': [704, 576],
  d1: [720, 480],
  vga: [640, 480],
  xga: [1024, 768],
  '720p': [1280, 720],
  sxga: [1280, 1024],
  '1080p': [1920, 1080],
};
