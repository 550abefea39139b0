const gibibyte = 1024 ** 3;

const info: Readonly<Record<string, unknown>> = {
  os: {
    name: 'Microsoft Windows 10 IoT Enterprise',
    servicePack: '',
    version: '10.0.19044',
    arch: '64-bit',
  },
  cpu: [
    { name: 'Intel(R) Core(TM) i5-6500 CPU @ 3.20GHz', manufacturer: 'GenuineIntel', cores: 4 },
  ],
  mainboard: { name: 'B150M-A', manufacturer: 'ASUSTeK COMPUTER INC.' },
  graphicAdapter: [
    { name: 'Intel(R) HD Graphics 530', manufacturer: 'Intel Corporation', videoMemory: gibibyte },
  ],
  physicalMemory: [
    {
      name: 'DIMM_A1',
      manufacturer: 'Samsung',
      bank: 'BANK 0',
      capacity: 8 * gibibyte,
      serialNo: '00000001',
      type: 'DDR4',
      speed: 2400,
    },
  ],
  memoryAmount: 8 * gibibyte,
  disk: [
    {
      capacity: 2000 * gibibyte,
      deviceId: '\\\\.\\PHYSICALDRIVE0',
      interface: 'IDE',
      manufacturer: '(Standard disk drives)',
      name: 'WDC WD20PURZ',
      partition: [
        {
          fileSystem: 'NTFS',
          mount: 'D:',
          name: 'Disk #0, Partition #0',
          numberOfBlocks: 4_194_304_000,
          size: 2000 * gibibyte,
          startingOffset: 1_048_576,
          volumeName: 'recordings',
        },
      ],
      serialNo: 'SIM000000001',
      smartCaps: true,
    },
  ],
  storageAmount: 2000 * gibibyte,
  cdrom: [],
  networkAdapter: [
    {
      connectionId: 'Ethernet',
      dlSpeed: 1_000_000_000,
      ulSpeed: 1_000_000_000,
      ipv4: { dhcp: false, dns: ['192.0.2.1'], gateway: ['192.0.2.1'], ip: ['192.0.2.10/24'] },
      mac: '02:00:5E:00:53:01',
      manufacturer: 'Realtek',
      name: 'Realtek PCIe GBE Family Controller',
      netEnabled: true,
    },
  ],
};

const infoGroups: Readonly<Record<string, readonly string[]>> = {
  memory: ['physicalMemory', 'memoryAmount'],
  storage: ['disk', 'storageAmount'],
  network: ['networkAdapter'],
};
const infoItems = [
  'os',
  'cpu',
  'mainboard',
  'memory',
  'graphicAdapter',
  'disk',
  'cdrom',
  'networkAdapter',
  'all',
];
const healthItems = ['cpu', 'memory', 'disk', 'recording', 'network', 'all'];

function pick(
  from: Readonly<Record<string, unknown>>,
  asked: string,
  groups: Readonly<Record<string, readonly string[]>>,
  lastUpdate: string,
): Record<string, unknown> {
  const names =
    asked === '' || asked === 'all'
      ? Object.keys(from)
      : asked.split(',').flatMap((name) => groups[name] ?? [name]);
  const picked: Record<string, unknown> = { lastUpdate };
  for (const name of names) if (name in from) picked[name] = from[name];
  return picked;
}

/** "Request system information". */
export function systemInfo(asked: string, lastUpdate: string): unknown {
  return asked === 'supported' ? infoItems : pick(info, asked, infoGroups, lastUpdate);
}

/** "Request system health"; the load wanders a little with time. */
export function systemHealth(asked: string, lastUpdate: string, epochMs: number): unknown {
  if (asked === 'supported') return healthItems;
  const load = (lane: number): number =>
    Math.round(24 + 14 * Math.sin(epochMs / 9000 + lane * 1.7));
  const threads = [load(0), load(1), load(2), load(3)];
  const health = {
    cpu: [
      {
        temperatureKelvin: { critical: 393.2, current: 318.2 + load(0) / 10 },
        usage: {
          threads,
          total: Math.round(threads.reduce((sum, one) => sum + one, 0) / threads.length),
        },
      },
    ],
    memory: {
      totalPhysical: 8 * gibibyte,
      freePhysical: 3 * gibibyte,
      totalVirtual: 12 * gibibyte,
      freeVirtual: 6 * gibibyte,
    },
    disk: [
      {
        name: 'D:',
        totalTimePercent: 7,
        readTimePercent: 1,
        writeTimePercent: 6,
        totalBytesPerSec: 3_400_000,
        readBytesPerSec: 100_000,
        writeBytesPerSec: 3_300_000,
        fileSystem: 'NTFS',
        volumeName: 'recordings',
        totalSpace: 2000 * gibibyte,
        freeSpace: 412 * gibibyte,
      },
    ],
    recording: {
      current: 'D:\\recData\\',
      storage: [{ comment: 'Overwrite', path: 'D:\\recData\\', usage: 2 }],
    },
    network: [
      {
        name: 'Realtek PCIe GBE Family Controller',
        totalBytesPerSec: 2_900_000,
        recvBytesPerSec: 2_100_000,
        sendBytesPerSec: 800_000,
        curBandwidth: 1_000_000_000,
      },
    ],
  };
  return pick(health, asked, {}, lastUpdate);
}

/** "Request HDD S.M.A.R.T."; disks are counted from 1. */
export function hddSmart(asked: string): unknown {
  const disks = [
    {
      code: 1,
      message: 'Supported',
      model: 'WDC WD20PURZ',
      name: '\\\\.\\PHYSICALDRIVE0',
      smart: [
        {
          attribute: 'Reallocated Sector Count',
          critical: true,
          id: 5,
          raw: 0,
          rawHex: '000000000000',
          threshold: 140,
          value: 200,
          worst: 200,
        },
        {
          attribute: 'Power-On Time Count',
          critical: false,
          id: 9,
          raw: 10_412,
          rawHex: '0000000028AC',
          threshold: 0,
          value: 86,
          worst: 86,
        },
        {
          attribute: 'Temperature',
          critical: false,
          id: 194,
          raw: 38,
          rawHex: '000000000026',
          threshold: 0,
          value: 109,
          worst: 98,
        },
      ],
    },
  ];
  if (asked === '') return disks;
  const wanted = asked.split(',').map(Number);
  return disks.filter((_, index) => wanted.includes(index + 1));
}
