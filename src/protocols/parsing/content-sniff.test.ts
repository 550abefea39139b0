import { describe, expect, it } from 'vitest';
import { sniffContent } from './content-sniff.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const jpeg = bytes('\xff\xd8\xff\xe0\x00\x10JFIF');
const packets = Uint8Array.from({ length: 400 }, (_, at) => (at % 188 === 0 ? 0x47 : 1));

describe('sniffContent', () => {
  it.each([
    ['a still picture', 'image/jpeg', jpeg, 'jpeg'],
    ['a still picture as a download', 'application/octet-stream', jpeg, 'jpeg'],
    ['a stream that begins without a boundary', 'multipart/x-mixed-replace', jpeg, 'multipart'],
    [
      'ffmpeg without a content type of its own',
      'application/octet-stream',
      bytes('--ffmpeg\r\nContent-type: image/jpeg\r\nContent-length: 5\r\n\r\n\xff\xd8'),
      'multipart',
    ],
    [
      'an empty line before the boundary',
      'multipart/x-mixed-replace; boundary=ssBoundary8345',
      bytes('\r\n--ssBoundary8345\r\nContent-Type: image/jpeg\r\n\r\n'),
      'multipart',
    ],
    [
      'parts that no browser decodes',
      'multipart/x-mixed-replace; boundary=b',
      bytes('--b\r\nContent-Type: video/mp4v\r\n\r\n'),
      'other',
    ],
    [
      'a multipart header before its body',
      'multipart/x-mixed-replace;boundary=ipcamera',
      bytes(''),
      'multipart',
    ],
    ['FLV without a type', '', bytes('FLV\x01\x05\x00\x00\x00\x09\x00\x00\x00\x00'), 'flv'],
    ['FLV that has not begun', 'video/x-flv', bytes(''), 'flv'],
    ['a playlist', 'application/vnd.apple.mpegurl', bytes('#EXTM3U\n#EXT-X-VERSION:3\n'), 'm3u8'],
    ['a playlist with a mark in front', 'text/plain', bytes('\xef\xbb\xbf#EXTM3U\r\n'), 'm3u8'],
    ['a transport stream under a wrong type', 'text/vnd.trolltech.linguist', packets, 'mpeg-ts'],
    ['a page in place of a picture', 'image/jpeg', bytes('<!DOCTYPE html><html>'), 'html'],
    ['a page in place of a stream', 'multipart/x-mixed-replace', bytes('<html>'), 'html'],
    ['JSON', 'application/json', bytes('{"code":0}'), 'other'],
    ['nothing', '', bytes(''), 'silence'],
    ['an empty page', 'text/html', bytes(''), 'silence'],
  ] as const)('%s', (_, contentTypeLine, head, kind) => {
    expect(sniffContent({ contentTypeLine, head })).toBe(kind);
  });

  it('wants more than one sync byte for a transport stream', () => {
    expect(sniffContent({ contentTypeLine: '', head: bytes('GET') })).toBe('other');
  });
});
