import type { EventSending } from '../api/event-sending.ts';

type Kind = EventSending['kind'];
type TypedWords = Record<
  `send.kind.${Kind}` | `send.does.${Kind}` | `send.fault.${'missing' | 'seconds'}`,
  string
>;

/** Events that people tell devices of. */
export const sending = {
  'send.open': 'Send an event',
  'send.title': 'Send an event to a device',
  'send.description': 'It acts on it as on one of its own, and so does everybody who listens.',
  'send.close': 'Close',
  'send.send': 'Send',
  'send.sending': 'Sending…',
  'send.loading': 'Reading which devices take events',
  'send.failed': 'Which devices take events could not be read.',
  'send.again': 'Try again',
  'send.none': 'No device takes events from you',
  'send.none.text':
    'Recorders that speak TS-API or SecuritySpy do. A plate or a call is only for those who may control all cameras of the recorder.',

  'send.kind': 'What happened',
  'send.kind.mark': 'Something worth keeping: mark this moment',
  'send.kind.call': 'An emergency call',
  'send.kind.plate': 'A number plate was read',
  'send.kind.motion': 'Something moved before a camera',

  'send.does.mark':
    'The recorder notes an event at this moment. With a copy, it keeps the recording around it apart, so that it is not overwritten.',
  'send.does.call':
    'The recorder acts as if its own call point rang or stopped: it may bring up pictures and sound an alarm.',
  'send.does.plate':
    'The recorder acts as if its own reader had read it: it may open a barrier or count a car.',
  'send.does.motion':
    'The recorder acts as if something moved there: it records, and may sound an alarm or send messages.',

  'send.device': 'Device',
  'send.camera': 'Camera',
  'send.camera.choose': 'Choose a camera',
  'send.cameraOf': '{camera} ({device})',
  'send.plate': 'Plate',
  'send.zone': 'Code of the place',
  'send.zone.hint': 'As it is set up in the recorder, e.g. F00001.',
  'send.call.state': 'The call',
  'send.call.begins': 'begins',
  'send.call.ends': 'ends',
  'send.caller': 'Code of the place',
  'send.caller.hint': 'As it is set up in the recorder. A call ends under the code it began with.',
  'send.from': 'What calls',
  'send.from.hint': 'Make and model, e.g. vendor/intercom.',
  'send.mark.title': 'Title',
  'send.mark.titleHint': 'Shown where events are searched. May stay empty.',
  'send.mark.comment': 'Comment',
  'send.mark.preset': 'Turn the camera',
  'send.mark.presetNone': 'Leave it as it stands',
  'send.mark.presetOf': '{number}: {name}',
  'send.mark.presetsFailed': 'The presets could not be read.',
  'send.mark.copy': 'Keep a copy of the recording',
  'send.mark.before': 'Seconds before',
  'send.mark.after': 'Seconds after',

  'send.fault.missing': 'This is needed.',
  'send.fault.seconds': 'A whole number of seconds, at most 3600.',
  'send.refused': 'It was not sent.',
  'send.unsure': 'Whether it was sent is not known.',
  'send.unsure.text': 'Look at the events before you send it again. {todo}',
  'send.done.plate': '{device} has been told of the plate {plate}.',
  'send.done.call':
    '{device} has been told that the call from {caller} {state, select, begins {begins} other {ends}}.',
  'send.done.motion': '{device} has been told that something moves before {camera}.',
  'send.done.mark': 'Marked on {device}{number, select, none {} other { as event {number}}}.',
  'send.done.copies':
    '{copies, plural, one {A copy is} other {# copies are}} there about two minutes after what {copies, plural, one {it shows} other {they show}}.',
} as const satisfies TypedWords & Record<string, string>;
