/** The pages about recordings, and the way from one to another. */
export const places = {
  'places.others': 'Other pages about recordings',
  'places.playback': 'Playback',
  'places.bookmarks': 'Bookmarks',
  'places.exports': 'Exports',
  'places.verify': 'Verify an evidence pack',
  'places.cases': 'Cases',
  'places.proof': 'Proof of recording',
  'places.running':
    '{count, plural, one {# export runs} other {# exports run}}\u00a0· {percent}\u00a0%',
  'places.running.share': '{count}\u00a0·\u00a0{percent}\u00a0%',
  'places.running.short':
    '{count, plural, one {# runs} other {# run}}\u00a0·\u00a0{percent}\u00a0%',
} as const;
