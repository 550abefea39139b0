/** Screens that nobody sits at: what they show, and how an administrator looks after them. */
export const kiosk = {
  'kiosk.pair.title': 'Pair this screen',
  'kiosk.pair.todo': 'An administrator opens People, then Screens, and types this code:',
  'kiosk.pair.spelled': 'The code is {code}',
  'kiosk.pair.asking': 'Asking the server for a code…',
  'kiosk.pair.renews': 'A new code comes by itself in {time}.',
  'kiosk.pair.held':
    'Too many screens are asking for a code. This one tries again by itself in {time}.',
  'kiosk.pair.keeps-trying': 'This screen keeps trying by itself.',
  'kiosk.pair.removed':
    'This screen was “{name}”. It was removed by an administrator, or its time was over; pair it again to go on.',
  'kiosk.pair.sign-in': 'Sign in with a password instead',
  'kiosk.occupied.title': '{name} is signed in in this browser',
  'kiosk.occupied.text':
    'A screen shows one view, and nobody is signed in at it. Sign out first to pair this browser as a screen.',
  'kiosk.occupied.sign-out': 'Sign out and pair this screen',
  'kiosk.occupied.back': 'Stay signed in',
  'kiosk.setup.title': 'Watchfloor has not been set up yet',
  'kiosk.setup.text':
    'Open the set-up address that the server printed when it started. Screens can be paired after that.',
  'kiosk.loading': 'Fetching the pictures…',
  'kiosk.offline': 'OFFLINE since {time}',
  'kiosk.offline.age': '({age}). These are the last pictures. The screen comes back by itself.',
  'kiosk.gone.title': 'This screen has nothing to show',
  'kiosk.gone.text':
    'Its view is gone, or it may see none of the cameras in it. An administrator chooses others in People, under Screens.',
  'kiosk.tile.gone': 'This camera is not for this screen.',
  'kiosk.fault': 'The pictures stopped because of a fault. They begin again by themselves.',
} as const;
