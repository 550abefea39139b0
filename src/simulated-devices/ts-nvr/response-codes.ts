/** "Device control response code", with the words that go with it. */
const messages = {
  0: 'Success',
  [-1]: 'No user rights',
  [-2]: 'Features not supported by the device',
  [-3]: 'The device is not ready to execute the command',
  [-4]: 'Device is still processing previous command',
  [-5]: 'Invalid channel',
  [-6]: 'Invalid channel token',
  [-7]: 'Invalid request',
  [-8]: 'Invalid parameters',
  [-9]: 'Device response error',
} as const;
export type ResponseCode = keyof typeof messages;

export const code = {
  success: 0,
  noRights: -1,
  unsupported: -2,
  notReady: -3,
  busy: -4,
  invalidChannel: -5,
  invalidToken: -6,
  invalidRequest: -7,
  invalidParameters: -8,
  deviceError: -9,
} as const satisfies Readonly<Record<string, ResponseCode>>;

export function coded(value: ResponseCode): { code: ResponseCode; message: string } {
  return { code: value, message: messages[value] };
}
