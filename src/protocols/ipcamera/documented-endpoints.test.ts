import { describe, expect, it } from 'vitest';
import type { Endpoint, QueryValue } from '../protocol.ts';
import { endpoints } from './endpoints.ts';

/**
 * The requests that the document prints or describes, in its order and in our own writing; RTSP as
 * GET. Where a table names many values, the first and the last stand here.
 */
const documented = `
GET /cgi-bin/admin/param.cgi?action=list
GET /cgi-bin/admin/param.cgi?action=list&group=Network
GET /cgi-bin/admin/param.cgi?action=list&group=Event%2CNetwork
GET /cgi-bin/admin/param.cgi?action=list&group=Network.eth0.MACAddress
GET /cgi-bin/admin/param.cgi?action=options
GET /cgi-bin/admin/param.cgi?action=update&ImageSource.I0.Sensor.Exposure=auto
GET /cgi-bin/admin/param.cgi?action=update&Event.E0.Enabled=yes
GET /cgi-bin/admin/param.cgi?action=update&Network.IPAddress=192.168.0.250
GET /cgi-bin/admin/param.cgi?action=remove&group=GuardTour.G1
GET /cgi-bin/admin/param.cgi?action=add&group=Event
GET /cgi-bin/admin/pwdgrp.cgi?action=add&user=joe&pwd=foo&sgrp=dido%3Acamctrl%3Atalk%3Alisten
GET /cgi-bin/admin/pwdgrp.cgi?action=update&user=joe&pwd=bar
GET /cgi-bin/admin/pwdgrp.cgi?action=remove&user=joe
GET /cgi-bin/admin/pwdgrp.cgi?action=get
GET /cgi-bin/admin/privacy.cgi
GET /cgi-bin/admin/userinfo.cgi
GET /cgi-bin/admin/snapshot.cgi?action=get
GET /cgi-bin/admin/snapshot.cgi?action=set&path=C%3A%5Ccapture
GET /cgi-bin/admin/storagemanagement.cgi?action=format
GET /cgi-bin/admin/storagemanagement.cgi?action=list
GET /cgi-bin/admin/storagemanagement.cgi?action=remove&filename=A_20110101_010101.avi
GET /cgi-bin/admin/storagemanagement.cgi?action=download&filename=A_20110101_010101.avi
GET /cgi-bin/admin/factorydefault.cgi
GET /cgi-bin/admin/hardfactorydefault.cgi
GET /cgi-bin/admin/backup.cgi
POST /cgi-bin/admin/restore.cgi
GET /cgi-bin/admin/beforeupgrade.cgi
POST /cgi-bin/admin/firmwareupgrade.cgi
POST /cgi-bin/admin/firmwareupgrade.cgi?filename=userland.jffs2
POST /cgi-bin/admin/firmwareupgrade.cgi?filename=ptz.bin
GET /cgi-bin/admin/restart.cgi
GET /cgi-bin/admin/serverreport.cgi
GET /cgi-bin/admin/systemlog.cgi
GET /cgi-bin/admin/date.cgi?action=get
GET /cgi-bin/admin/date.cgi?action=set&year=2007&month=4&day=3
GET /cgi-bin/admin/date.cgi?action=set&hour=23&minute=59&second=0
GET /cgi-bin/admin/date.cgi?action=set&timezone=GMT-12
GET /cgi-bin/admin/date.cgi?action=set&timezone=GMT%2B13
GET /cgi-bin/admin/param.cgi?action=update&Time.TimeZone=GMT%2b8
POST /cgi-bin/admin/upload_certificate.cgi?type=ca_certificate
POST /cgi-bin/admin/upload_certificate.cgi?type=private_key
GET /cgi-bin/jpg/image.cgi
GET /cgi-bin/com/ptz.cgi?move=home
GET /cgi-bin/com/ptz.cgi?move=upleft
GET /cgi-bin/com/ptz.cgi?pan=-180.0&tilt=190.0
GET /cgi-bin/com/ptz.cgi?zoom=9999
GET /cgi-bin/com/ptz.cgi?focus=0
GET /cgi-bin/com/ptz.cgi?rpan=-360.0&rtilt=360.0&rzoom=-9999&rfocus=9999
GET /cgi-bin/com/ptz.cgi?autofocus=on
GET /cgi-bin/com/ptz.cgi?autofocus=reset
GET /cgi-bin/com/ptz.cgi?continuouspantiltmove=-100,100
GET /cgi-bin/com/ptz.cgi?continuouspantiltmove=0,0&continuouszoommove=0
GET /cgi-bin/com/ptz.cgi?continuouszoommove=-100
GET /cgi-bin/com/ptz.cgi?zoomsteps=128
GET /cgi-bin/com/ptz.cgi?focussteps=-128
GET /cgi-bin/com/ptz.cgi?continuousfocusmove=100
GET /cgi-bin/com/ptz.cgi?continuousirismove=open
GET /cgi-bin/com/ptz.cgi?gotoserverpresetno=256
GET /cgi-bin/com/ptz.cgi?gotoserverautopanno=4
GET /cgi-bin/com/ptz.cgi?gotoservercruiseno=8
GET /cgi-bin/com/ptz.cgi?gotoserversequenceno=8
GET /cgi-bin/com/ptz.cgi?center=2,4&imageheight=578&imagewidth=722&stream=h264
GET /cgi-bin/com/ptz.cgi?query=position
GET /cgi-bin/com/ptz.cgi?info=1
GET /cgi-bin/admin/param.cgi?action=add&group=GuardTour
GET /cgi-bin/admin/param.cgi?action=add&group=GuardTour.G1.Tour
GET /cgi-bin/admin/param.cgi?action=update&GuardTour.G1.Tour.T1.PresetNbr=2
GET /cgi-bin/admin/param.cgi?action=update&GuardTour.G1.Tour.T1.WaitTiime=255
GET /cgi-bin/admin/param.cgi?action=add&group=GuardTour.G1.Tour&GuardTour.G1.Tour.T.PresetNbr=3&GuardTour.G1.Tour.T.WaitTime=5
GET /cgi-bin/com/ptzconfig.cgi?setserverpresetname=3,Gate
GET /cgi-bin/com/ptzconfig.cgi?setserverpresetno=256
GET /cgi-bin/com/ptzconfig.cgi?removeserverpresetname=Gate
GET /cgi-bin/com/ptzconfig.cgi?removeserverpresetno=1
GET /cgi-bin/com/ptzconfig.cgi?setserverautopan=1,start
GET /cgi-bin/com/ptzconfig.cgi?setserverautopandirspeed=1,left,3
GET /cgi-bin/com/ptzconfig.cgi?setservercruise=8,end
GET /cgi-bin/com/ptzconfig.cgi?home=yes
GET /cgi-bin/io/input.cgi?check=1
GET /cgi-bin/io/input.cgi?checkactive=1,2
GET /cgi-bin/io/output.cgi?check=1
GET /cgi-bin/io/output.cgi?checkactive=1,2
GET /cgi-bin/io/output.cgi?action=1:/
GET /cgi-bin/io/output.cgi?action=/
GET /cgi-bin/io/output.cgi?action=1:%5C
GET /cgi-bin/admin/eventdata.cgi?action=get
GET /cgi-bin/admin/eventdata.cgi?action=get&group=Motion
GET /cgi-bin/admin/eventdata.cgi?action=get&group=Motion,Motion2
GET /cgi-bin/admin/eventdata.cgi?action=get&group=Motion,Motion1,IO
GET /cgi-bin/admin/eventdata.cgi?action=get&group=Motion,Motion1&MotionParam=Enabled,Triggered
GET /cgi-bin/admin/eventdata.cgi?action=get&group=IO,T0&IOParam=Status&TamperingParam=Enable,Triggered
GET /cgi-bin/admin/eventdata.cgi?action=get&group=T0&TamperingParam=Enabled
GET /cgi-bin/admin/evendata.cgi?action=get&group=Face
GET /cgi-bin/admin/eventdata.cgi?action=get&group=Face&FaceParam=Enable,H264_Face,H264_4_Face,Mjpeg_Face
GET /cgi-bin/admin/eventdata.cgi?action=monitor&group=Motion,Motion1
GET /cgi-bin/admin/evendata.cgi?action=monitor&group=Face
GET /cgi-bin/admin/evendata.cgi?action=monitor&group=Face&FaceParam=Enabled,H264_2_Face
GET /h264
GET /h264_2
GET /h264_3
GET /h264_4
GET /jpeg
GET /stream1
GET /
`
  .trim()
  .split('\n');

/** Values that a field of a query may have been written from. */
function readings(written: string): QueryValue[] {
  const value = decodeURIComponent(written);
  return /^-?\d+(?:\.\d+)?$/.test(value) ? [value, Number(value)] : [value];
}

/** Whether a row takes a request as it is written. */
function covers(endpoint: Endpoint, request: string): boolean {
  const [method = '', target = ''] = request.split(' ');
  const [path = '', query = ''] = target.split('?');
  const named = /^\/\{(\w+)\}$/.exec(endpoint.path)?.[1];
  const inPath = named === undefined ? [] : [[named, path.slice(1)]];
  if (endpoint.method !== method || (named === undefined && endpoint.path !== path)) return false;
  const pairs = [
    ...inPath,
    ...query
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('=')),
  ];
  return [0, 1].some((choice) => {
    const values = pairs.map(([name = '', ...rest]) => {
      const options = readings(rest.length === 0 ? name : rest.join('='));
      const field = endpoint.query.shape[name] as
        | { safeParse(value: unknown): { success: boolean } }
        | undefined;
      const fitting = options.find((option) => field?.safeParse(option).success);
      return [name, fitting ?? options[choice] ?? options[0]];
    });
    return endpoint.query.safeParse(Object.fromEntries(inPathFirst(values, inPath))).success;
  });
}

/** The value of a path parameter stands in the path, not behind a name. */
function inPathFirst(values: readonly unknown[][], inPath: readonly (readonly unknown[])[]) {
  return [...inPath, ...values.slice(inPath.length)] as [string, unknown][];
}

describe('the documented requests', () => {
  it.each(documented)('%s has a row', (request) => {
    expect(endpoints.filter((endpoint) => covers(endpoint, request))).not.toEqual([]);
  });

  it.each(endpoints.map((endpoint) => endpoint.id))('%s is documented', (id) => {
    const rows = endpoints.filter((one) => one.id === id);
    expect(documented.filter((request) => rows.some((one) => covers(one, request)))).not.toEqual(
      [],
    );
  });

  it.each([
    'GET /cgi-bin/admin/param.cgi',
    'GET /cgi-bin/admin/param.cgi?action=format',
    'GET /cgi-bin/admin/param.cgi?action=list&group=Network,,Event',
    'GET /cgi-bin/admin/param.cgi?action=list&group=../etc',
    'GET /cgi-bin/admin/param.cgi?action=update',
    'GET /cgi-bin/admin/param.cgi?action=update&Exposure=auto',
    'GET /cgi-bin/admin/param.cgi?action=update&root.Time.TimeZone=GMT',
    'GET /cgi-bin/admin/param.cgi?action=update&Time.Time%20Zone=GMT',
    'GET /cgi-bin/admin/param.cgi?action=remove',
    'GET /cgi-bin/admin/pwdgrp.cgi?action=add&user=joe',
    'GET /cgi-bin/admin/pwdgrp.cgi?action=add&user=jo%20e&pwd=foo',
    'GET /cgi-bin/admin/pwdgrp.cgi?action=update&user=joe&pwd=b%26r',
    'GET /cgi-bin/admin/snapshot.cgi?action=set',
    'GET /cgi-bin/admin/snapshot.cgi?action=set&path=a%20b',
    'GET /cgi-bin/admin/storagemanagement.cgi?action=download&filename=..%2Fpasswd',
    'GET /cgi-bin/admin/storagemanagement.cgi?action=remove',
    'POST /cgi-bin/admin/firmwareupgrade.cgi?filename=anything.bin',
    'GET /cgi-bin/admin/date.cgi?action=set',
    'GET /cgi-bin/admin/date.cgi?action=set&year=2005&month=4&day=3',
    'GET /cgi-bin/admin/date.cgi?action=set&month=13',
    'GET /cgi-bin/admin/date.cgi?action=set&hour=24',
    'GET /cgi-bin/admin/date.cgi?action=set&timezone=GMT%2B14',
    'GET /cgi-bin/admin/date.cgi?action=set&timezone=GMT-13',
    'POST /cgi-bin/admin/upload_certificate.cgi',
    'GET /cgi-bin/com/ptz.cgi',
    'GET /cgi-bin/com/ptz.cgi?move=north',
    'GET /cgi-bin/com/ptz.cgi?pan=180.1',
    'GET /cgi-bin/com/ptz.cgi?tilt=-11',
    'GET /cgi-bin/com/ptz.cgi?zoom=-1',
    'GET /cgi-bin/com/ptz.cgi?rzoom=10000',
    'GET /cgi-bin/com/ptz.cgi?rpan=-361',
    'GET /cgi-bin/com/ptz.cgi?continuouspantiltmove=101,0',
    'GET /cgi-bin/com/ptz.cgi?continuouspantiltmove=1',
    'GET /cgi-bin/com/ptz.cgi?zoomsteps=3',
    'GET /cgi-bin/com/ptz.cgi?gotoserverpresetno=0',
    'GET /cgi-bin/com/ptz.cgi?gotoserverpresetno=257',
    'GET /cgi-bin/com/ptz.cgi?gotoserverautopanno=5',
    'GET /cgi-bin/com/ptz.cgi?center=2,4',
    'GET /cgi-bin/com/ptz.cgi?center=2,4&imageheight=578&imagewidth=722&stream=h264_3',
    'GET /cgi-bin/com/ptz.cgi?info=0',
    'GET /cgi-bin/admin/param.cgi?action=add&group=GuardTour.G1.Tour&GuardTour.G1.Tour.T.PresetNbr=3&Other=1',
    'GET /cgi-bin/com/ptzconfig.cgi?setserverpresetname=3,Ga~te',
    'GET /cgi-bin/com/ptzconfig.cgi?setserverpresetname=Gate',
    'GET /cgi-bin/com/ptzconfig.cgi?setserverpresetname=257,Gate',
    'GET /cgi-bin/com/ptzconfig.cgi?setserverautopandirspeed=1,left,4',
    'GET /cgi-bin/com/ptzconfig.cgi?setservercruise=9,start',
    'GET /cgi-bin/com/ptzconfig.cgi?home=no',
    'GET /cgi-bin/io/input.cgi?check=0',
    'GET /cgi-bin/io/output.cgi?action=1:x',
    'GET /cgi-bin/admin/eventdata.cgi?action=get&group=Motion4',
    'GET /cgi-bin/admin/eventdata.cgi?action=get&group=Motion&MotionParam=Speed',
    'GET /h264?x=1',
    'GET /..',
  ])('%s has none', (request) => {
    expect(endpoints.filter((endpoint) => covers(endpoint, request))).toEqual([]);
  });
});
