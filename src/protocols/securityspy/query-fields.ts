import { z } from 'zod';

/** Cameras are counted from 0, with gaps ("Notes"). */
export const camera = z.int().min(0).max(9999);

/** What a request that takes one camera takes in place of all of them. */
export const everyCamera = z.literal(-1);

/** "Compression quality 1-100". */
export const percent = z.int().min(1).max(100);

/** The document gives sizes no limit; no picture that a camera sends is larger. */
export const pixels = z.int().min(1).max(16_384);

export const framesPerSecond = z.int().min(1).max(240);

/** 0 or 1, wherever the document switches something. Replies say true or false instead. */
export const onOff = z.literal([0, 1]);

export const text = z.string().max(256);

export const secret = z.string().max(256).meta({ format: 'password' });

export const port = z.int().min(1).max(65_535);

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One name inside a path: no slash can pass, nor a name that climbs. */
export const fileName = z.string().regex(/^(?!\.{1,2}$)[^/\\\p{Cc}]{1,255}$/u);
