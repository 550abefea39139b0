import { z } from 'zod';

/** Camera numbers as the device map shows them; the document gives no end. */
export const camera = z.int().min(0).max(999);

/** "Still JPEG image": the document gives no range; none of its sizes goes beyond this. */
export const pixels = z.int().min(1).max(8192);

/** "Compression quality in the range 0 to 100". */
export const quality = z.int().min(0).max(100);

/** Pictures a second that the server attempts to send. */
export const framesPerSecond = z.int().min(1).max(60);

/** "640x480", "scale2" or "scale0.5". */
export const imageSize = z
  .string()
  .regex(/^(?:[1-9]\d{0,3}x[1-9]\d{0,3}|scale(?:[1-9]\d?(?:\.\d{1,2})?|0\.\d{1,2}))$/);

/**
 * The document writes DD/MM/YY; servers that have a date format of their own (`date-format` of
 * `++systemInfo`) read that one, so the order of the parts is left open.
 */
export const date = z
  .string()
  .regex(/^(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{2}|\d{4})|\d{4}([/.-])\d{1,2}\2\d{1,2})$/);

/** The name of a sound or a script, as the lists give it. */
export const listedName = z.string().min(1).max(200);

/** One name inside a path: no slash, no leading dot. */
export const fileName = z.string().regex(/^(?!\.)[^/\\\p{Cc}]{1,200}$/u);
