import type { SeenProblem } from '../api/problem.ts';

type Reason = SeenProblem['reason'];

/**
 * What happened, and under `.todo` what to do about it. `hasDetail` is `yes` or `no`; `detail` is a
 * short fact of the device such as a status code.
 */
export const problems = {
  'problem.connection-refused': 'The device turned the connection away.',
  'problem.connection-refused.todo':
    'Check the port number, and that the web service of the device is switched on.',
  'problem.name-not-found': 'Nobody on the network knows this name.',
  'problem.name-not-found.todo': 'Check the spelling, or enter the IP address instead.',
  'problem.no-route': 'The network has no way to this address.',
  'problem.no-route.todo':
    'Check that the device is powered and cabled, and that this server may reach its network.',
  'problem.address-not-allowed': 'This server may not connect to that address.',
  'problem.address-not-allowed.todo':
    'Use a private address, or start Watchfloor with --allow-address and the range (--allow-loopback for this machine).',
  'problem.address-invalid': 'This is not an address that a device can have.',
  'problem.address-invalid.todo':
    'Enter a name or an IP address, with a port where it needs one: 192.168.1.20:8080.',
  'problem.tls-failed':
    'The secure connection failed{hasDetail, select, yes { ({detail})} other {}}.',
  'problem.tls-failed.todo':
    'Check the certificate of the device, or use http:// if it is not set up for https.',
  'problem.certificate-untrusted':
    'Nobody that this server trusts vouches for the certificate of the device{hasDetail, select, yes { ({detail})} other {}}.',
  'problem.certificate-untrusted.todo':
    'Compare its fingerprint with the one that the device shows, then trust it by checking the device.',
  'problem.certificate-changed':
    'The device shows another certificate than the one that was trusted. Nothing was sent to it.',
  'problem.certificate-changed.todo':
    'If you renewed it, test the device, compare both and trust the new one. Otherwise somebody may be in between.',
  'problem.password-in-clear':
    'The device was added by a secure address, but this stream would show its password to the whole network.',
  'problem.password-in-clear.todo':
    'Switch the stream of the device to Digest sign-in or to TLS, or use another stream of the camera.',
  'problem.connection-lost': 'The device closed the connection in the middle of the answer.',
  'problem.connection-lost.todo': 'Try again. If it keeps happening, check cable and power.',
  'problem.dial-timeout': 'Nothing answered at this address.',
  'problem.dial-timeout.todo':
    'Check address and port, and that the device is powered and on the same network.',
  'problem.answer-timeout': 'The device took the connection but did not answer in time.',
  'problem.answer-timeout.todo': 'Wait a minute and try again. If it stays silent, restart it.',
  'problem.storage-full': 'The device has no room left to write the recordings out.',
  'problem.storage-full.todo':
    'Ask for a shorter time or smaller parts, or free room on the device.',
  'problem.file-damaged': 'What the device sent is not whole, or not what it said it would be.',
  'problem.file-damaged.todo': 'Try again. If it keeps happening, check the network to the device.',
  'problem.file-stalled': 'The device stopped sending in the middle of the recordings.',
  'problem.file-stalled.todo':
    'Try again; files that came whole stay. If it keeps happening, check the network to the device.',
  'problem.too-many-files': 'There are more recordings in this time than one export takes.',
  'problem.too-many-files.todo': 'Ask for a shorter time or fewer cameras.',
  'problem.export-ended':
    'The device ended the export before all of it was there{hasDetail, select, yes { ({detail})} other {}}.',
  'problem.export-ended.todo':
    'Try again; files that came whole stay. Look whether somebody stopped it at the device.',
  'problem.export-timed-out': 'The device gave up waiting while its recordings were being fetched.',
  'problem.export-timed-out.todo':
    'Try again; files that came whole stay. Smaller parts help where the network is slow.',
  'problem.disk-full': 'The server has no room left for this export.',
  'problem.disk-full.todo': 'Remove exports that were handed over, or ask for a shorter time.',
  'problem.disk-failed': 'The server could not write to its disk.',
  'problem.disk-failed.todo': 'Have its disk checked, then try again.',
  'problem.stalled': 'The device stopped sending pictures.',
  'problem.stalled.todo': 'Watchfloor keeps trying. If it stays so, check the camera itself.',
  'problem.login-refused':
    'The device refused this user name or password{hasDetail, select, yes { ({detail})} other {}}.',
  'problem.login-refused.todo':
    'Type both again with care: some devices lock the account after a few wrong tries.',
  'problem.login-needed': 'The device wants a user name and a password.',
  'problem.login-needed.todo': 'Enter an account of the device that may see live video.',
  'problem.password-needed-again':
    'The stored password belongs to the address before, and is not sent to another one.',
  'problem.password-needed-again.todo': 'Enter the password of the device for the new address.',
  'problem.password-lost': 'The password must be entered again.',
  'problem.password-lost.todo':
    'The stored one does not open with the key of this server. Edit the device and type it.',
  'problem.no-permission': 'This account is not allowed to do that on the device.',
  'problem.no-permission.todo':
    'Give the account the right in the settings of the device, or use another account.',
  'problem.redirected': 'The device sent us on to another address, which we do not follow.',
  'problem.redirected.todo': 'Enter the address it moved to, or switch its redirect to https off.',
  'problem.html-page': 'A web page came back where a picture was expected.',
  'problem.html-page.todo': 'Check the path: enter the address of the stream, not of its page.',
  'problem.not-a-picture': 'What came back is not a picture.',
  'problem.not-a-picture.todo': 'Check the path, and that the camera is set to JPEG.',
  'problem.not-a-stream': 'What came back is not a video stream.',
  'problem.not-a-stream.todo': 'Enter the address of an MJPEG, HLS, FLV or JPEG source.',
  'problem.not-json': 'The device did not answer in the language of its protocol.',
  'problem.not-json.todo': 'Check the port, and that the right protocol is chosen.',
  'problem.unexpected-reply':
    'The device gave an answer that we do not know{hasDetail, select, yes { ({detail})} other {}}.',
  'problem.unexpected-reply.todo': 'Check the protocol and the firmware of the device.',
  'problem.empty-reply': 'The device answered with nothing at all.',
  'problem.empty-reply.todo': 'Try again. If it stays empty, restart the device.',
  'problem.too-large': 'The answer is larger than any camera has reason to send.',
  'problem.too-large.todo': 'Check the path, or lower the picture size on the device.',
  'problem.header-malformed': 'The answer of the device is damaged at its very beginning.',
  'problem.header-malformed.todo': 'Check the port: another service may be answering there.',
  'problem.encoding-refused': 'The device packed its answer, which we did not ask for.',
  'problem.encoding-refused.todo': 'Switch compression off in the web settings of the device.',
  'problem.illegal-parameter':
    'The device did not accept a value{hasDetail, select, yes { ({detail})} other {}}.',
  'problem.illegal-parameter.todo': 'Check its firmware; an older one may not know this request.',
  'problem.not-found': 'There is nothing here under that name.',
  'problem.not-found.todo': 'It may have been removed or renamed. Check the address or the list.',
  'problem.server-error':
    'The device reported a fault of its own{hasDetail, select, yes { ({detail})} other {}}.',
  'problem.server-error.todo': 'Try again in a minute. If it stays so, restart the device.',
  'problem.too-many-connections': 'The device has no connection left for us.',
  'problem.too-many-connections.todo':
    'Close other programs that watch it, or raise its limit of viewers.',
  'problem.camera-offline': 'The recorder has lost this camera.',
  'problem.camera-offline.todo': 'Check power and cable of the camera; the recorder keeps trying.',
  'problem.camera-login-failed': 'The camera refuses the account that the recorder uses.',
  'problem.camera-login-failed.todo': 'Correct user name and password in the recorder.',
  'problem.camera-blocked': 'The camera has locked the recorder out.',
  'problem.camera-blocked.todo':
    'Wait until the lock ends, then check the account in the recorder.',
  'problem.camera-timeout': 'The camera does not answer the recorder.',
  'problem.camera-timeout.todo': 'Check the network between the two, then restart the camera.',
  'problem.no-video-input': 'No video signal arrives at this input.',
  'problem.no-video-input.todo': 'Check the cable between camera and recorder.',
  'problem.camera-service-failure': 'The video service of the camera has failed.',
  'problem.camera-service-failure.todo': 'Restart the camera.',
  'problem.not-supported': 'This device cannot do that.',
  'problem.not-supported.todo': 'Look in its manual for a model or firmware that can.',
  'problem.other-port':
    'This is on another port of the device or speaks RTSP; the console reaches neither.',
  'problem.other-port.todo': 'Watch the camera on a wall, where Watchfloor knows the way to it.',
  'problem.legacy-api-disabled': 'The device has its older interface switched off.',
  'problem.legacy-api-disabled.todo': 'Switch it on in the settings of the device, then try again.',
  'problem.recognised-nothing': 'Something answers here, but no protocol that we know.',
  'problem.recognised-nothing.todo':
    'Check the port, choose the protocol yourself, or enter the full address of its stream.',
  'problem.stopped': 'It was stopped before it came to an end.',
  'problem.stopped.todo': 'Start it again when you are ready.',
  'problem.drawing-stopped': 'The part of this page that draws the pictures has stopped.',
  'problem.drawing-stopped.todo':
    'It is started again by itself. If it stops again and again, reload the page.',
  'problem.page-needs-tls':
    'The page of this device is shown only over https, for it would cross the network unprotected.',
  'problem.page-needs-tls.todo':
    'Open Watchfloor by https, or on the machine it runs on. Its other streams play here as well.',
  'problem.invalid-input':
    'Something in the form is not right{hasDetail, select, yes {: {detail}} other {}}.',
  'problem.invalid-input.todo': 'Correct it and try again; nothing you typed is lost.',
  'problem.not-allowed': 'Your account is not allowed to do this.',
  'problem.not-allowed.todo': 'Ask a supervisor or the administrator.',
  'problem.conflict': 'Somebody else changed this, or it exists already.',
  'problem.conflict.todo': 'Look at how it stands now, then try again.',
  'problem.not-confirmed': 'This was not confirmed, so nothing was sent.',
  'problem.not-confirmed.todo': 'Type the name of the device exactly as it is shown.',
  'problem.too-many-requests': 'That was too often in one minute.',
  'problem.too-many-requests.todo': 'Wait a minute, then try again.',
  'problem.too-many-attempts': 'Too many wrong passwords.',
  'problem.too-many-attempts.todo':
    'Wait until the button can be pressed again. Nobody is locked out for good.',
  'problem.sign-in-needed': 'You are not signed in, or no longer.',
  'problem.sign-in-needed.todo': 'Sign in to go on where you were.',
  'problem.sign-in-refused': 'Name and password do not fit together.',
  'problem.sign-in-refused.todo': 'Check both. Capital letters count in the password.',
  'problem.confirm-needed': 'This needs your password once more.',
  'problem.confirm-needed.todo': 'Give your password to show that it is still you.',
  'problem.setup-needed': 'Watchfloor has not been set up yet.',
  'problem.setup-needed.todo': 'Open the set-up address that the server printed when it started.',
  'problem.code-refused': 'This code is wrong, used or too old.',
  'problem.code-refused.todo': 'Ask for a new one where this one came from.',
  'problem.password-weak': 'This password is too easy to guess.',
  'problem.password-weak.todo':
    'Choose one that is not in use everywhere and does not hold the name of its owner: three or four unrelated words do well.',
  'problem.last-administrator': 'Nobody would be left who may administer Watchfloor.',
  'problem.last-administrator.todo': 'Make somebody else an administrator first.',
  'problem.too-soon': 'This device was sent a dangerous command less than a minute ago.',
  'problem.too-soon.todo': 'Look at what it did first, then try again in a minute.',
  'problem.upload-refused': 'Files that replace part of a device are not sent from here.',
  'problem.upload-refused.todo':
    'Use the page of the device itself, where it can say what became of the file.',
  'problem.command-refused':
    'The device did not take the command{hasDetail, select, yes { ({detail})} other {}}.',
  'problem.command-refused.todo':
    'Try once more. If it keeps refusing, the camera may lack this, or its account may not use it.',
  'problem.channel-unknown': 'The device has no such camera.',
  'problem.channel-unknown.todo':
    'It may have been removed there. Look for the camera in the list of the device.',
  'problem.camera-not-ready': 'The camera is not ready for commands.',
  'problem.camera-not-ready.todo': 'It may be starting. Try again in a minute.',
  'problem.camera-busy': 'The camera is still busy with the command before.',
  'problem.camera-busy.todo': 'Try again in a moment.',
  'problem.camera-fault': 'The camera answered its recorder with a fault.',
  'problem.camera-fault.todo':
    'Try once more. If it stays so, restart the camera, or look at it in the recorder.',
  'problem.steered-by-other':
    'This camera is being steered by {hasDetail, select, yes {{detail}} other {somebody else}}.',
  'problem.steered-by-other.todo':
    'It is free again ten seconds after the last move. A supervisor can take over.',
  'problem.alarm-refused': 'The alarm does not take this as it stands now.',
  'problem.alarm-refused.todo': 'Look at how it stands, and decide anew.',
  'problem.presets-full': 'The camera remembers as many presets as it can.',
  'problem.presets-full.todo': 'Overwrite one that is no longer needed, or remove it first.',
  'problem.spoken-by-other':
    'Somebody else is talking through this camera{hasDetail, select, yes { ({detail})} other {}}.',
  'problem.spoken-by-other.todo': 'Wait until they have finished, then press again.',
  'problem.talk-silent': 'No sound came from the microphone any more.',
  'problem.talk-silent.todo': 'Check that the microphone is plugged in, then press again.',
  'problem.talk-too-long': 'You talked for a minute, as long as one press may last.',
  'problem.talk-too-long.todo': 'Press again to go on.',
  'problem.internal':
    'The Watchfloor server met a fault{hasDetail, select, yes { ({detail})} other {}}.',
  'problem.internal.todo': 'Try again. If it stays so, tell whoever looks after the server.',
  'problem.server-unreachable': 'The Watchfloor server cannot be reached.',
  'problem.server-unreachable.todo':
    'Check the network of this computer. We try again by ourselves.',
  'problem.server-timeout': 'The Watchfloor server did not answer in time.',
  'problem.server-timeout.todo': 'Try again in a moment.',
  'problem.server-unreadable': 'The answer of the Watchfloor server cannot be read.',
  'problem.codec-unplayable': 'This browser has no decoder for the video of this stream.',
  'problem.codec-unplayable.todo':
    'Set the stream to H.264 in the device, choose its other stream, or use another browser.',
  'problem.server-unreadable.todo': 'Load this page again; it may be older than the server.',
} as const satisfies Record<`problem.${Reason}` | `problem.${Reason}.todo`, string>;
