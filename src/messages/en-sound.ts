/** Listening and talking. */
export const sound = {
  'sound.title': 'Sound',
  'sound.listen': 'Listen',
  'sound.volume': 'Volume',
  'sound.level': 'How loud the camera hears it',
  'sound.off': 'Muted',
  'sound.starting': 'Connecting…',
  'sound.playing': 'You hear this camera',
  'sound.hushed': 'Silent while you talk',
  'sound.blocked': 'The browser holds the sound back. Click once anywhere.',
  'sound.waiting': 'It is tried again by itself.',
  'sound.talker': '{name} is talking through this camera',

  'sound.talk': 'Hold to talk',
  'sound.talk.opening': 'Opening the microphone…',
  'sound.talk.talking': 'They hear you. Let go to stop.',
  'sound.talk.level': 'How loud the microphone hears you',
  'sound.microphone.denied': 'This browser may not use the microphone.',
  'sound.microphone.denied.todo':
    'Allow it for this page, in the browser beside the address, then press again.',
  'sound.microphone.missing': 'This computer has no microphone.',
  'sound.microphone.missing.todo': 'Plug one in, or choose one in the settings of the browser.',
  'sound.microphone.busy': 'The microphone could not be opened.',
  'sound.microphone.busy.todo': 'Close other programs that use it, then press again.',
  'sound.microphone.insecure': 'Browsers give a microphone only to pages that come by https.',
  'sound.microphone.insecure.todo':
    'Open Watchfloor by its https address, or ask whoever looks after the server.',
} as const;
