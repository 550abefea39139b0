/** An order that would be taken, if it were let through. */
export const intrudingExport = ({ cameraId }: Readonly<Record<string, string>>) => ({
  name: 'Intruder',
  cameraIds: [cameraId],
  fromMs: 0,
  toMs: 1000,
  subtitles: 'none',
  partBytes: null,
  password: null,
  submitter: '',
  recipient: '',
  purpose: '',
});
