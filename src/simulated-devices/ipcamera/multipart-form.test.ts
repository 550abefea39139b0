import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from './backup-file.ts';
import { readUpload } from './multipart-form.ts';

const type = 'multipart/form-data; boundary=AaBo3x';
const body = (content: string): Buffer =>
  Buffer.from(
    [
      '--AaBo3x',
      'Content-Disposition: form-data; name="note"',
      '',
      'hello',
      '--AaBo3x',
      'Content-Disposition: form-data; name=" config_file.bin "; filename=" config_file.bin "',
      'Content-Type: application/octet-stream',
      '',
      content,
      '--AaBo3x--',
      '',
    ].join('\r\n'),
  );

describe('readUpload', () => {
  it.each(['octets', '', '--AaBo3y\r\n\r\n'])(
    'finds the file %j behind another field',
    (content) => {
      const file = readUpload(type, body(content));
      expect([file?.name, file?.content.toString()]).toEqual(['config_file.bin', content]);
    },
  );

  it.each([
    ['no form', 'text/plain', body('x')],
    ['another boundary', 'multipart/form-data; boundary=else', body('x')],
    ['a body that is cut off', type, body('x').subarray(0, 180)],
    ['nothing', type, Buffer.alloc(0)],
  ])('finds none in %s', (_, contentType, bytes) => {
    expect(readUpload(contentType, bytes)).toBeNull();
  });
});

describe('a backup', () => {
  const pairs = 'root.Image.I0.Name=a=b\nroot.Time.TimeZone=GMT+8\n';

  it('is a tar that gives back its parameters to the same unit alone', () => {
    const file = writeBackup('00D089', pairs);
    expect(file.length % 512).toBe(0);
    expect(file.subarray(257, 262).toString()).toBe('ustar');
    expect(readBackup('00D089', file)).toEqual(
      new Map([
        ['Image.I0.Name', 'a=b'],
        ['Time.TimeZone', 'GMT+8'],
      ]),
    );
    expect(readBackup('00D08A', file)).toBeNull();
    expect(readBackup('00D089', file.subarray(0, 520))).toBeNull();
    expect(readBackup('00D089', Buffer.from('hello'))).toBeNull();
  });
});
