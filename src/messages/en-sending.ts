import type { EventSending } from '../api/event-sending.ts';

type Kind = EventSending['kind'];
type TypedWords = Record<
  `sending.kind.${Kind}` | `sending.does.${Kind}` | `sending.fault.${'missing' | 'seconds'}`,
  string
>;

/** Events that people tell devices of. */
export const sending = {
  'sending.open': 'Send an event',
  'sending.title': 'Send an event to a device',
  'sending.description': 'It acts on it as on one of its own, and so does everybody who listens.',
  'sending.close': 'Close',
  'sending.send': 'Send',
  'sending.sending': 'Sending…',
  'sending.loading': 'Reading which devices take events',
  'sending.failed': 'Which devices take events could not be read.',
  'sending.again': 'Try again',
  'sending.none': 'No device takes events from you',
  'sending.none.text':
    'Recorders that speak TS-API or SecuritySpy do. A plate or a call is only for those who may control all cameras of the recorder.',

  'sending.kind': 'What happened',
  'sending.kind.mark': 'Something worth keeping: mark this moment',
  'sending.kind.call': 'An emergency call',
  'sending.kind.plate': 'A number plate was read',
  'sending.kind.motion': 'Something moved before a camera',

  'sending.does.mark':
    'The recorder notes an event at this moment. With a copy, it keeps the recording around it apart, so that it is not overwritten.',
  'sending.does.call':
    'The recorder acts as if its own call point rang or stopped: it may bring up pictures and sound an alarm.',
  'sending.does.plate':
    'The recorder acts as if its own reader had read it: it may open a barrier or count a car.',
  'sending.does.motion':
    'The recorder acts as if something moved there: it records, and may sound an alarm or send messages.',

  'sending.device': 'Device',
  'sending.camera': 'Camera',
  'sending.camera.choose': 'Choose a camera',
  'sending.cameraOf': '{camera} ({device})',
  'sending.plate': 'Plate',
  'sending.zone': 'Code of the place',
  'sending.zone.hint': 'As it is set up in the recorder, e.g. F00001.',
  'sending.call.state': 'The call',
  'sending.call.begins': 'begins',
  'sending.call.ends': 'ends',
  'sending.caller': 'Code of the place',
  'sending.caller.hint':
    'As it is set up in the recorder. A call ends under the code it began with.',
  'sending.from': 'What calls',
  'sending.from.hint': 'Make and model, e.g. vendor/intercom.',
  'sending.mark.title': 'Title',
  'sending.mark.titleHint': 'Shown where events are searched. May stay empty.',
  'sending.mark.comment': 'Comment',
  'sending.mark.preset': 'Turn the camera',
  'sending.mark.presetNone': 'Leave it as it stands',
  'sending.mark.presetOf': '{number}: {name}',
  'sending.mark.presetsFailed': 'The presets could not be read.',
  'sending.mark.copy': 'Keep a copy of the recording',
  'sending.mark.before': 'Seconds before',
  'sending.mark.after': 'Seconds after',

  'sending.fault.missing': 'This is needed.',
  'sending.fault.seconds': 'A whole number of seconds, at most 3600.',
  'sending.refused': 'It was not sent.',
  'sending.unsure': 'Whether it was sent is not known.',
  'sending.unsure.text': 'Look at the events before you send it again. {todo}',
  'sending.done.plate': '{device} has been told of the plate {plate}.',
  'sending.done.call':
    '{device} has been told that the call from {caller} {state, select, begins {begins} other {ends}}.',
  'sending.done.motion': '{device} has been told that something moves before {camera}.',
  'sending.done.mark': 'Marked on {device}{number, select, none {} other { as event {number}}}.',
  'sending.done.copies':
    '{copies, plural, one {A copy is} other {# copies are}} there about two minutes after what {copies, plural, one {it shows} other {they show}}.',
} as const satisfies TypedWords & Record<string, string>;
