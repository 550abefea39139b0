import type { AcknowledgeReason, AlarmAction, AlarmPriority } from '../domain/alarm.ts';
import type { ActionRefusal, AlarmStateName } from '../domain/alarm-transition.ts';

type TypedWords = Record<
  | `alarms.state.${AlarmStateName}`
  | `alarms.priority.${AlarmPriority}`
  | `alarms.reason.${AcknowledgeReason}`
  | `alarms.refused.${ActionRefusal}`
  | `alarms.do.${AlarmAction['kind']}`
  | `alarms.done.${AlarmAction['kind']}`,
  string
>;

/** Alarms wherever they are shown: the dock, their page and the page of one. */
export const alarms = {
  'alarms.title': 'Alarms',
  'alarms.priority': 'Priority',
  'alarms.priority.1': 'Critical',
  'alarms.priority.2': 'High',
  'alarms.priority.3': 'Medium',
  'alarms.priority.4': 'Low',

  'alarms.state.unacknowledged': 'Not acknowledged',
  'alarms.state.acknowledged': 'Acknowledged, goes on',
  'alarms.state.returned-unacknowledged': 'Over, not acknowledged',
  'alarms.state.returned': 'Over, acknowledged',
  'alarms.state.shelved': 'Shelved until {time}',
  'alarms.state.out-of-service': 'Out of service',
  'alarms.state.closed': 'Closed',
  'alarms.escalated': 'Nobody has taken it',
  'alarms.owner': 'with {name}',
  'alarms.owner.self': 'with you',
  'alarms.aside': '{reason} ({name})',
  'alarms.count': '{count, plural, other {# times}}',
  'alarms.pending.held': 'can be taken back',
  'alarms.pending.sending': 'being sent',
  'alarms.pending.unsent': 'not sent',

  'alarms.rule.call': 'Emergency call',
  'alarms.rule.lost-view': 'View lost',
  'alarms.rule.not-recording': 'Not recording',
  'alarms.rule.serious-system': 'Serious fault of a device',
  'alarms.rule.unnamed': 'Rule without a name',

  'alarms.do.acknowledge': 'Acknowledge',
  'alarms.do.claim': 'I’ll take it',
  'alarms.do.forward': 'Forward',
  'alarms.do.shelve': 'Shelve',
  'alarms.do.unshelve': 'Take off the shelf',
  'alarms.do.out-of-service': 'Out of service',
  'alarms.do.in-service': 'Back in service',
  'alarms.do.note': 'Note',
  'alarms.do.close': 'Close',
  'alarms.do.going': 'I’m going',
  'alarms.do.open': 'Open',
  'alarms.do.more': 'More',
  'alarms.do.undo': 'Undo',
  'alarms.do.cancel': 'Cancel',

  'alarms.done.acknowledge': 'Acknowledging “{what}”',
  'alarms.done.claim': 'Taking “{what}”',
  'alarms.done.forward': 'Forwarding “{what}”',
  'alarms.done.shelve': 'Shelving “{what}”',
  'alarms.done.unshelve': 'Taking “{what}” off the shelf',
  'alarms.done.out-of-service': 'Taking “{what}” out of service',
  'alarms.done.in-service': 'Putting “{what}” back in service',
  'alarms.done.note': 'The note to “{what}”',
  'alarms.done.close': 'Closing “{what}”',

  'alarms.reason': 'What was it?',
  'alarms.reason.real': 'Real',
  'alarms.reason.false': 'False',
  'alarms.reason.test': 'Test',
  'alarms.reason.passed-on': 'Passed on',
  'alarms.shelve.for': 'For how long',
  'alarms.shelve.time': '{minutes, plural, =60 {1 hour} =480 {8 hours} other {# minutes}}',
  'alarms.shelve.why': 'Why',
  'alarms.shelve.hint': 'It comes back by itself. Until then it neither sounds nor counts.',
  'alarms.out.hint': 'It stays away until somebody puts it back in service.',
  'alarms.why.missing': 'Say why in a word or two.',
  'alarms.forward.to': 'To whom',
  'alarms.forward.choose': 'Choose somebody',
  'alarms.forward.reading': 'Reading who may take it',
  'alarms.forward.failed': 'Who may take it could not be read.',
  'alarms.forward.nobody': 'Nobody else may handle this alarm.',
  'alarms.forward.present': '{name} (signed in)',
  'alarms.note.text': 'Note',
  'alarms.note.missing': 'Write something first.',

  'alarms.refused': '{what} was refused: {why}',
  'alarms.refused.closed': 'it is closed already.',
  'alarms.refused.reason-needed': 'it wants a reason.',
  'alarms.refused.shelf-time': 'it can be shelved for one minute to eight hours.',
  'alarms.refused.still-active': 'what caused it still goes on.',
  'alarms.refused.not-acknowledged': 'it is not acknowledged yet.',
  'alarms.refused.came-back': 'it has come back since.',
  'alarms.full': 'Too much waits to be sent already. Wait until the server answers again.',
} as const satisfies TypedWords & Record<string, string>;
