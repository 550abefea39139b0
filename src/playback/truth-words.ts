import type { ChannelState } from '../domain/camera.ts';
import { problemText } from '../messages/problem-text.ts';
import { t } from '../messages/t.ts';
import type { PictureTruth } from './picture-truth.ts';

export interface TruthWords {
  /** Two or three words. */
  readonly title: string;
  /** What happened, a sentence; empty where the title says it all. */
  readonly what: string;
  /** What the person can do; empty where there is nothing to do. */
  readonly todo: string;
}

const channelWords = {
  rebooting: 'tile.channel.rebooting',
  connecting: 'tile.channel.connecting',
  unused: 'tile.channel.unused',
} as const;

/** The words for what a tile shows. */
export function truthWords(truth: PictureTruth, channel: ChannelState): TruthWords {
  const title = t(`tile.state.${truth.state}`);
  const { problem, lack } = truth;
  if (lack !== undefined) {
    return {
      title: t(lack === 'ffmpeg' ? 'tile.ffmpeg.title' : 'tile.codec.title'),
      what: t(`tile.${lack}.what`),
      todo: t(`tile.${lack}.todo`),
    };
  }
  if (problem !== undefined) {
    const { what, todo } = problemText(problem);
    if (problem.reason === 'codec-unplayable') return { title: t('tile.codec.title'), what, todo };
    const isOfStream = truth.state === 'unsupported' && problem.reason !== 'page-needs-tls';
    if (!isOfStream) return { title, what, todo };
    return { title, what, todo: t('tile.codec.todo') };
  }
  if (truth.state === 'unsupported') {
    return { title, what: t('tile.none.what'), todo: t('tile.none.todo') };
  }
  const waits = ['connecting', 'no-signal', 'stale'].includes(truth.state);
  if (waits && channel in channelWords) {
    return { title, what: t(channelWords[channel as keyof typeof channelWords]), todo: '' };
  }
  return { title, what: '', todo: '' };
}

/** Hours, minutes and seconds as a clock shows them: `0:07`, `12:03`, `1:02:03`. */
export function formatAge(ageMs: number): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  const tail = `${hours > 0 ? two(minutes) : minutes}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** A moment of today on the clock of this computer. */
export function formatClock(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(atMs);
}
