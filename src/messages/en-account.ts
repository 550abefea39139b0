import type { PasswordStrength } from '../domain/password-strength.ts';
import type { Role, Verb } from '../domain/role.ts';

type TypedWords = Record<
  | `role.${Role}`
  | `account.strength.${Exclude<PasswordStrength, 'empty'>}`
  | `account.forbidden.${Exclude<Verb, 'self'>}`,
  string
>;

export const account = {
  'role.viewer': 'Viewer',
  'role.operator': 'Operator',
  'role.supervisor': 'Supervisor',
  'role.administrator': 'Administrator',

  'account.signIn.title': 'Sign in to Watchfloor',
  'account.signIn.name': 'Name',
  'account.signIn.nameMissing': 'Enter your name.',
  'account.signIn.password': 'Password',
  'account.signIn.passwordMissing': 'Enter your password.',
  'account.signIn.do': 'Sign in',
  'account.signIn.doing': 'Signing in…',
  'account.signIn.again': 'Try again in {seconds} s',
  'account.signIn.forgotten': 'Forgotten it? An administrator can give you a new password.',
  'account.password.show': 'Show the password',
  'account.password.hide': 'Hide the password',
  'account.ended.title': 'You were signed out',
  'account.ended.text':
    'The time of your session was over, or an administrator ended it or changed your role or password. Sign in to go on where you were.',
  'account.left.title': 'You are signed out',
  'account.left.text': 'Nobody else at this browser sees your cameras now.',
  'account.demo.title': 'This is a demo site',
  'account.demo.text':
    'Its people have no passwords. Open one of the addresses that the start printed in its window, one for each role.',
  'account.demo.doing': 'Signing in to the demo…',
  'account.demo.refused': 'This address of the demo no longer works.',
  'account.demo.refusedText':
    'Each start prints new ones. Look at the window in which Watchfloor runs.',
  'account.demo.back': 'Go on',

  'account.setUp.title': 'Set up Watchfloor',
  'account.setUp.text':
    'You become the first administrator: the one who adds devices and lets other people in.',
  'account.setUp.name': 'Your name',
  'account.setUp.nameHint': 'As others will see it. You sign in with it.',
  'account.setUp.do': 'Set up and sign in',
  'account.setUp.doing': 'Setting up…',
  'account.setUp.noCode.title': 'This address has no set-up code',
  'account.setUp.noCode.text':
    'Open the whole address that the server printed when it started, with everything behind the #.',
  'account.setUp.expired.title': 'This set-up code no longer works',
  'account.setUp.expired.text':
    'It was used, or it is older than 15 minutes. Restart Watchfloor: the start prints a new one.',
  'account.setUp.needed.title': 'Watchfloor has not been set up yet',
  'account.setUp.needed.text':
    'Whoever runs the server opens the set-up address that the start printed. It works for 15 minutes; a restart prints a new one.',
  'account.setUp.needed.again': 'Look again',

  'account.new.password': 'New password',
  'account.new.hint':
    'At least 12 characters. Three or four unrelated words do well; no odd signs are needed.',
  'account.new.repeat': 'The same password once more',
  'account.new.short': 'Use at least 12 characters.',
  'account.new.different': 'The two passwords are not the same.',
  'account.new.generate': 'Suggest one',
  'account.strength.short':
    'Too short: {missing, plural, one {# more character} other {# more characters}}.',
  'account.strength.guessable': 'Easy to guess.',
  'account.strength.fair': 'Long enough. One more word makes it good.',
  'account.strength.good': 'Good.',
  'account.strength.strong': 'Strong.',

  'account.menu': 'Account of {name}, {role}',
  'account.menu.locked': 'Account of {name}, {role}, locked',
  'account.menu.short': 'Account',
  'account.menu.page': 'Your account',
  'account.menu.lock': 'Lock now',
  'account.menu.unlock': 'Unlock…',
  'account.menu.signOut': 'Sign out',
  'account.menu.failed': 'You are still signed in: {problem}',
  'account.menu.lockFailed': 'This window is not locked: {problem}',
  'account.menu.locked.done': 'Locked. Watching goes on; everything else asks for your password.',
  'account.menu.unlocked.done': 'Unlocked.',

  'account.page.title': 'Your account',
  'account.page.role': 'You are {role}. You see {cameras}.',
  'account.page.allCameras': 'all cameras',
  'account.page.someCameras': 'the cameras of your groups',
  'account.password.title': 'Password',
  'account.password.none':
    'You came in by the address of a demo, which has no password. There is none to change.',
  'account.password.current': 'Current password',
  'account.password.change': 'Change the password',
  'account.password.changing': 'Changing…',
  'account.password.wrong': 'This is not your current password.',
  'account.password.changed': 'Your password was changed. Your other sessions have ended.',
  'account.sessions.title': 'Where you are signed in',
  'account.sessions.loading': 'Reading your sessions',
  'account.sessions.failed': 'Your sessions could not be read.',
  'account.sessions.retry': 'Try again',
  'account.sessions.here': 'this browser',
  'account.sessions.end': 'End this session',
  'account.sessions.endName': 'End this session: {browser}, {address}',
  'account.sessions.endOthers': 'End all others',
  'account.sessions.none': 'You are signed in nowhere else.',
  'account.sessions.ended':
    '{count, plural, one {The session has ended.} other {# sessions have ended.}}',
  'account.sessions.endFailed': 'Not every session could be ended: {problem}',
  'account.sessions.facts': '{address} · last seen {lastSeen} · signed in {since}',

  'account.connection.title': 'The connection to the server',
  'account.connection.off':
    'Plain HTTP, without encryption. That is right on the machine that runs Watchfloor and nowhere else.',
  'account.connection.own-authority':
    'Encrypted, by a certificate that Watchfloor made itself. Compare the fingerprint with what its start printed, then let this device trust the authority.',
  'account.connection.given': 'Encrypted, by a certificate that was given to Watchfloor.',
  'account.connection.authority': 'Fingerprint of the authority (SHA-256)',
  'account.connection.certificate': 'Fingerprint of the certificate (SHA-256)',
  'account.connection.until': 'The certificate holds until {date}.',
  'account.connection.download': 'Download the certificate of the authority',

  'account.confirm.title': 'Your password, please',
  'account.confirm.locked':
    'This window is locked, by hand or because nobody used it for {minutes} minutes. Watching goes on; for anything else, show that it is you.',
  'account.confirm.fresh':
    'What comes next is grave, so show that it is still you. For ten minutes you will not be asked again.',
  'account.confirm.do': 'Confirm',
  'account.confirm.doing': 'Checking…',
  'account.confirm.cancel': 'Cancel',
  'account.confirm.wrong': 'This is not your password.',
  'account.confirm.noPassword':
    'Your account has no password. Open the address that the start of the demo printed once more.',

  'account.forbidden.title': 'This page is not for your role',
  'account.forbidden.view': 'Your role may not watch cameras. Ask an administrator.',
  'account.forbidden.arrange':
    'Your role may not arrange walls. Ask an operator or a supervisor to do it, or an administrator for the right.',
  'account.forbidden.control':
    'Your role may not control cameras. Ask an operator, or an administrator for the right.',
  'account.forbidden.arm-site':
    'Your role may not arm all cameras at once. Ask a supervisor or an administrator.',
  'account.forbidden.handle-alarms':
    'Your role may watch alarms, but not acknowledge or close them. Ask an operator.',
  'account.forbidden.export':
    'Your role may not take recordings out. Ask an operator, or an administrator for the right.',
  'account.forbidden.supervise':
    'Your role may not make rules for alarms or read reports of shifts. Ask a supervisor.',
  'account.forbidden.audit':
    'Your role may not read the record. Ask a supervisor, or an administrator for the right.',
  'account.forbidden.administer':
    'Your role may not change devices, people or settings. Ask an administrator.',
  'account.forbidden.role': 'You are signed in as {name}, {role}.',
  'account.gate.loading': 'Watchfloor is starting',
  'account.gate.failed': 'Watchfloor does not answer yet.',
  'account.gate.retrying': 'This page tries again by itself every few seconds.',
} as const satisfies TypedWords & Record<string, string>;
