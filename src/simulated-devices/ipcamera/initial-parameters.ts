import type { CameraModel } from './camera-model.ts';

export interface UnitFacts {
  readonly number: number;
  readonly name: string;
  readonly model: CameraModel;
  readonly rtspPort: number;
  readonly mjpegPort: number;
  readonly httpPort: number;
}

type Group = Readonly<Record<string, string | number>>;

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

function flatten(groups: Readonly<Record<string, Group>>): Map<string, string> {
  return new Map(
    Object.entries(groups).flatMap(([group, values]) =>
      Object.entries(values).map(([name, value]) => [`${group}.${name}`, String(value)] as const),
    ),
  );
}

/** The parameter document is not public; these are the groups that the CGIs and their users name. */
export function initialParameters(unit: UnitFacts): Map<string, string> {
  const { model } = unit;
  return flatten({
    Brand: {
      Brand: 'Riverbank',
      ProdFullName: `Riverbank ${model.productName} ${model.productNumber}`,
      ProdNbr: model.productNumber,
      ProdShortName: model.productNumber,
      ProdType: model.productType,
    },
    Properties: {
      'API.HTTP.Version': 5,
      'Firmware.Version': '20170119-b',
      'Firmware.BuildDate': 'Jan 19 2017',
      'System.SerialNumber': serialNumber(unit.number),
      'PTZ.PTZ': yesNo(model.motors !== null),
      'Audio.Audio': 'yes',
      'LocalStorage.LocalStorage': 'yes',
      'Motion.Motion': 'yes',
      'FaceDetection.FaceDetection': yesNo(model.findsFaces),
    },
    ...network(unit),
    Time: { TimeZone: 'GMT+0', SyncSource: 'NTP', 'NTP.Server': 'time.invalid' },
    'Image.I0': { Name: unit.name },
    'Image.I0.Appearance': {
      Resolution: 'vga,720p,vga',
      Compression: 30,
      MirrorEnabled: 'no',
      FlipEnabled: 'no',
      H264Bitrate: 4096,
      'Stream.S0.EncodeType': 'h264',
      'Stream.S0.Resolution': '720p',
      'Stream.S0.Framerate': 15,
      'Stream.S1.EncodeType': 'h264',
      'Stream.S1.Resolution': 'vga',
      'Stream.S1.Framerate': 15,
    },
    'ImageSource.I0.Sensor': {
      Exposure: 'auto',
      Brightness: 50,
      Contrast: 50,
      Saturation: 50,
      Sharpness: 50,
      WhiteBalance: 'auto',
    },
    Framerate: { H264: 15, H264_2: 15, MJPEG: 10 },
    ...contacts(model),
    ...motion(),
    ...events(model),
    'Recording.R0': {
      Enabled: 'yes',
      Weekdays: '1111111',
      StartTime: '00:00',
      Duration: '24:00',
      Media: 'SD',
    },
    'Audio.A0': { Enabled: 'yes', Encoding: 'PCMU' },
    ...(model.motors === 'dome' ? { 'PTZ.Head': { AutoFocus: 'on', HomeReturn: 'no' } } : {}),
  });
}

export function serialNumber(number: number): string {
  return `00D0890000${number.toString(16).padStart(2, '0').toUpperCase()}`;
}

function network(unit: UnitFacts): Record<string, Group> {
  const address = `192.0.2.${unit.number}`;
  const lan = { IPAddress: address, SubnetMask: '255.255.255.0', DefaultRouter: '192.0.2.1' };
  return {
    Network: {
      BootProto: 'none',
      ...lan,
      Broadcast: '192.0.2.255',
      HostName: unit.name,
      'HTTP.Port': unit.httpPort,
    },
    'Network.eth0': {
      ...lan,
      MACAddress: serialNumber(unit.number).match(/../g)?.join(':') ?? '',
      'DHCP.Enabled': 'no',
    },
    'Network.RTSP': {
      Enabled: unit.model.streamsRtsp ? 'yes' : 'no',
      ...{ Port: unit.rtspPort, Stream1: 'h264', Stream2: 'h264_2' },
    },
    'Network.MJPEG': { Enabled: 'yes', Port: unit.mjpegPort },
  };
}

function contacts({ inputs, outputs }: CameraModel): Record<string, Group> {
  const groups: Record<string, Group> = {
    Input: { NbrOfInputs: inputs },
    Output: { NbrOfOutputs: outputs },
  };
  for (let i = 0; i < inputs; i += 1) {
    // The second contact is one that is closed at rest: a door.
    groups[`Input.I${i}`] = {
      Name: `Input ${i + 1}`,
      Enabled: 'yes',
      Trig: i === 1 ? 'open' : 'closed',
    };
  }
  for (let i = 0; i < outputs; i += 1) {
    groups[`Output.O${i}`] = { Name: `Output ${i + 1}`, Enabled: 'yes', Active: 'closed' };
  }
  return groups;
}

function motion(): Record<string, Group> {
  const windows = [
    [0, 9999, 0, 9999],
    [1000, 4500, 2000, 8000],
    [5500, 9000, 2000, 8000],
    [0, 9999, 7000, 9999],
  ];
  return Object.fromEntries(
    windows.map(([left = 0, right = 0, top = 0, bottom = 0], i) => [
      `Motion.M${i}`,
      {
        Name: `Window ${i + 1}`,
        Left: left,
        Right: right,
        Top: top,
        Bottom: bottom,
        Sensitivity: 80,
        Level: 10,
      },
    ]),
  );
}

/** Event.E1, E10, E11 and E12 are the motion windows, E2 tampering, E14 faces (5.4.2). */
function events({ findsFaces }: CameraModel): Record<string, Group> {
  const event = (name: string, enabled: boolean): Group => ({
    Name: name,
    Enabled: yesNo(enabled),
  });
  return {
    'Event.E1': event('Motion', true),
    'Event.E2': event('Tampering', true),
    'Event.E10': event('Motion 1', true),
    'Event.E11': event('Motion 2', false),
    'Event.E12': event('Motion 3', false),
    ...(findsFaces ? { 'Event.E14': event('Face', true) } : {}),
  };
}
