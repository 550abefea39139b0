import type { PicturePixels } from '../mjpeg/scale-pixels.ts';

/** What renderers that are programs call themselves. */
const programs = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * Whether the browser draws without a graphics processor. To draw a `VideoFrame` on a canvas then
 * costs twice what it takes to read its pixels and to scale them here.
 */
export function drawsInSoftware(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl');
  if (context === null) return true;
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return programs.test(String(name));
}

/** Reads the pixels of frames, always into the same memory. */
export class PixelCopier {
  private bytes = new Uint8Array(0);

  /** @returns null where this browser cannot convert the frame */
  async copy(frame: VideoFrame): Promise<PicturePixels | null> {
    try {
      const { width, height } = frame.visibleRect ?? { width: 0, height: 0 };
      const length = 4 * width * height;
      if (this.bytes.length !== length) this.bytes = new Uint8Array(length);
      const { bytes } = this;
      await frame.copyTo(bytes, { format: 'RGBA' });
      return { words: new Uint32Array(bytes.buffer), width, height };
    } catch {
      // A frame that was closed meanwhile, or a browser that converts none: it is drawn as it is.
      return null;
    }
  }
}
