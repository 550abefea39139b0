/** What was recorded, wherever it is shown. */
export const recordings = {
  'recorded.frame': 'Recorded',
  'recorded.group': 'Recording of {camera}',
  'recorded.loading': 'Opening the recording…',
  'recorded.nothing': 'Nothing was recorded here.',
  'recorded.nothing.until': 'Nothing was recorded here. It goes on at {time}.',
  'recorded.not-yet': 'Not available yet.',
  'recorded.not-yet.todo': 'The device may still be writing it. It is tried again by itself.',
  'recorded.not-offered': 'This device keeps no recordings that can be shown here.',
  'recorded.retry': 'Try again',
  'recorded.play': 'Play',
  'recorded.pause': 'Pause',
  'recorded.again': 'Play once more',
  'recorded.moment': 'The moment itself',
  'recorded.scrub': 'Where in the clip',
  'recorded.offset': '{seconds} s',
} as const;
