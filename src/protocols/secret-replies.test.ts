import { expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';

/**
 * Every reply of which a document says, shows or lets expect that it holds a password, a key or an
 * account, with the part of the document that says so.
 */
const documented: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ipcam: {
    'settings.read': 'users, other devices, Wi-Fi keys, PPPoE, DDNS, mail and FTP in clear',
  },
  ipcamera: {
    'accounts.passwords': 'every name with its password (5.1.3)',
    'device.backup': 'an archive of the settings (5.1.8)',
    'device.report': 'all parameters and logs (5.1.12)',
    'parameters.list': 'the parameters of network services (5.1.1)',
  },
  tsapi: {
    'channel.add': 'repeats the address of each source with its account',
  },
  securityspy: {
    'settings-general.read': 'passwords for settings and for quitting',
    'settings-general.read-xml': 'the same',
    'settings-email.read': 'the password of the mail server',
    'settings-email.read-xml': 'the same',
    'settings-web.read': 'the accounts of the web server',
    'settings-web.read-xml': 'the same',
    'settings-cameras.read': 'the password of a camera',
    'settings-cameras.read-xml': 'the same',
  },
  'securityspy-legacy': {
    'system.info': 'addresses and request paths of cameras',
  },
};

it('marks every documented reply that holds a secret, and an administrator alone reads them', () => {
  for (const { id, endpoints } of catalogue) {
    const marked = endpoints.filter(({ secretReply }) => secretReply === true);
    expect(marked.map((row) => row.id).sort(), id).toEqual(
      Object.keys(documented[id] ?? {}).sort(),
    );
    expect(
      [...new Set(marked.map(({ role }) => role))].filter((role) => role !== 'administrator'),
      id,
    ).toEqual([]);
  }
});

it('leaves no row that speaks of passwords or accounts without a decision', () => {
  const wordy = catalogue.flatMap(({ id, endpoints }) =>
    endpoints
      .filter(({ secretReply }) => secretReply !== true)
      .filter(({ summary }) =>
        /password|account|credential|secret|backup|certificate|key/i.test(summary),
      )
      .map((row) => `${id}.${row.id}`),
  );
  // They take secrets, or name accounts without them; none of their replies repeats one.
  expect(wordy.sort()).toEqual([
    'ipcam.settings.ftp',
    'ipcam.settings.mail',
    'ipcam.settings.users',
    'ipcam.status.read',
    'ipcamera.accounts.add',
    'ipcamera.accounts.list',
    'ipcamera.accounts.privacy',
    'ipcamera.accounts.remove',
    'ipcamera.accounts.update',
    'ipcamera.device.certificate',
    'ipcamera.device.factory-default',
    'securityspy.settings-cameras.write',
    'securityspy.settings-general.write-passwords',
    'tsapi.info.api-version',
    'tsapi.info.who-am-i',
  ]);
});
