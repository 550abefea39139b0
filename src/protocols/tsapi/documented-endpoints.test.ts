import { describe, expect, it } from 'vitest';
import type { Endpoint, QueryValue } from '../protocol.ts';
import { endpoints } from './endpoints.ts';

/**
 * The requests that the document prints, in its order and in our own writing; sockets as GET. `auth` is
 * left out of all but the sign-in: the link adds it.
 */
const documented = `
GET /watch?ch=1
GET /watch?ch=3
GET /watch?ch=1&when=now
GET /watch?ch=1&when=yesterday
GET /watch?ch=1&when=today
GET /watch?ch=1&when=2018-02-01T14%3a30%3a15%2b09%3a00
GET /watch?ch=1&when=2018-02-01T14%3a30%3a15%2b09%3a00&lang=es-ES
GET /watch?ch=1&when=2018-02-01T14%3a30%3a15%2b09%3a00&showTitle=false&showPlayTime=false
GET /api/info?timezone&indent=2
GET /api/auth?login=Z3VhcmQ6c2VjcmV0
GET /api/auth?auth=Z3VhcmQ6c2VjcmV0
GET /api/auth?logout
GET /api/info?apiVersion
GET /api/info?siteName
GET /api/info?timezone
GET /api/info?product
GET /api/info?license
GET /api/info?whoAmI
GET /api/info?all
GET /api/system?info
GET /api/system
GET /api/system?info=supported
GET /api/system?info=os
GET /api/system?info=cpu
GET /api/system?info=storage,network
GET /api/system?info=all
GET /api/system?health
GET /api/system?health=supported
GET /api/system?health=cpu
GET /api/system?health=memory
GET /api/system?health=disk,recording,network
GET /api/system?health=all
GET /api/system?hddsmart
GET /api/system?hddsmart=1
GET /api/system?hddsmart=1,2
GET /api/system?restart
GET /api/system?reboot
GET /api/status
GET /api/status?ch=3
GET /api/status?ch=1,2,3,4
GET /api/status?verbose=true
GET /api/status?verbose=true&lang=es-ES
GET /api/status?recordingStatus
GET /api/status?ch=1,2,3,4&recordingStatus
GET /api/enum?what=channel
GET /api/enum?what=channel&staticSrc
GET /api/enum?what=channel&caps
GET /api/enum?what=lprSrc
GET /api/enum?what=emergencyCall
GET /api/enum?what=eventType
GET /api/enum?what=eventType&lang=es-ES
GET /api/enum?what=parkingLot
GET /api/enum?what=realtimeEvent
GET /api/enum?what=objectType
GET /api/enum?what=objectAttr&type=face
GET /api/enum?what=objectAttr
GET /api/find?what=recDays
GET /api/find?what=recDays&ch=1
GET /api/find?what=recDays&ch=1,2,3
GET /api/find?what=recDays&timeBegin=2018-02-01T00%3A00%3A00-05%3A00
GET /api/find?what=recDays&timeBegin=2018-01-01T00%3A00%3A00-05%3A00&timeEnd=2018-01-31T23%3A59%3A59.999-05%3A00
GET /api/find?what=recDays&ch=1&timeBegin=2018-01-01T00%3A00%3A00-05%3A00&timeEnd=2018-01-31T23%3A59%3A59.999-05%3A00
GET /api/find?what=recMinutes&timeBegin=2018-05-25T00%3A00%3A00-05%3A00&timeEnd=2018-02-02T00%3A00%3A00-05%3A00
GET /api/find?what=recMinutes&timeBegin=2018-05-25T00%3A00%3A00Z&timeEnd=2018-05-26T00%3A00%3A00Z
GET /api/find?what=eventLog
GET /api/find?what=eventLog&lang=ar-AE
GET /api/find?what=eventLog&timeBegin=2018-01-01T00%3A00%3A00-05%3A00&timeEnd=2018-01-31T23%3A59%3A59.999-05%3A00
GET /api/find?what=eventLog&at=10&maxCount=20
GET /api/find?what=eventLog&sort=asc
GET /api/find?what=eventLog&type=0
GET /api/find?what=carNo
GET /api/find?what=carNo&keyword=12
GET /api/find?what=carNo&lang=ar-AE
GET /api/find?what=carNo&timeBegin=2018-01-01T00%3A00%3A00-05%3A00&timeEnd=2018-01-31T23%3A59%3A59.999-05%3A00
GET /api/find?what=carNo&at=10&maxCount=20
GET /api/find?what=carNo&sort=asc
GET /api/find?what=carNo&src=1,2
GET /api/find?what=carNo&timeBegin=2018-01-01T00%3A00%3A00-05%3A00&timeEnd=2018-01-31T23%3A59%3A59.999-05%3A00&export=true
GET /api/find?what=similarCarNo&keyword=1234
GET /api/find?what=similarCarNo&keyword=123&maxCount=10
GET /api/find?what=object
GET /api/find?what=object&timeBegin=2020-01-01T00%3A00%3A00-05%3A00&timeEnd=2020-01-31T23%3A59%3A59.999-05%3A00
GET /api/find?what=object&ch=1,2
GET /api/find?what=object&objectType=face
GET /api/find?what=object&at=10&maxCount=20
GET /api/find?what=object&sort=asc
GET /api/find?what=object&objectType=face&gender=male
GET /api/find?what=object&objectType=face&age=adult
GET /api/find?what=object&objectType=face&gender=female&age=middle
GET /api/find?what=object&objectType=face&glasses=true
GET /api/find?what=object&objectType=face&glasses=1&hat=1
GET /api/find?what=object&objectType=face&mask=false
GET /api/find?what=object&objectType=face&glasses=true&mask=false
GET /api/find?what=object&objectType=human&gender=female
GET /api/find?what=object&objectType=human&bag=true
GET /api/find?what=object&objectType=human&hat=true&bag=true
GET /api/find?what=object&objectType=human&topClothes=short
GET /api/find?what=object&objectType=human&topClothes=yellow
GET /api/find?what=object&objectType=human&topClothes=red,blue
GET /api/find?what=object&objectType=human&bottomClothes=short
GET /api/find?what=object&objectType=human&topClothes=black&bottomClothes=black
GET /api/find?what=object&objectType=human&hat=1&bag=1&topClothes=white&gender=male
GET /api/find?what=object&objectType=vehicle&vehicleType=bus
GET /api/find?what=object&objectType=vehicle&vehicleType=car,yellow
POST /api/searchFace?timeBegin=2020-01-01T00%3A00%3A00-05%3A00&timeEnd=2020-01-31T23%3A59%3A59.999-05%3A00
POST /api/searchFace?ch=1,2
POST /api/searchFace?threshold=95
GET /api/vod
GET /api/vod?when=now
GET /api/vod?ch=1
GET /api/vod?protocol=hls
GET /api/vod?stream=sub
GET /api/vod?nameonly=true
GET /api/vod?nameonly
GET /api/vod?ch=1&when=2018-01-08T09%3A30%3A00-05%3A00
GET /api/vod?ch=1&when=2018-01-08T09%3A30%3A00-05%3A00&duration=1h
GET /api/vod?id=1304
GET /api/vod?ch=1&id=1304&next=true
GET /api/vod?ch=1&id=1304&next
GET /api/vod?ch=1&id=1304&prev=true
GET /api/vod?ch=1&id=1304&prev
GET /api/vod?ch=1&when=2018-01-08T09%3A30%3A00-05%3A00&duration=1h&limit=30
GET /api/vod?ch=1&when=2018-01-08T09%3A30%3A00%2B09%3A00&duration=1h&limit=30&otherwise=nearBefore
GET /api/vod?ch=1&when=2018-01-08T09%3A30%3A00%2B09%3A00&duration=1h&limit=30&otherwise=nearAfter
GET /live?port=1935&app=live&stream=ch1main
GET /live?port=1935&app=live&stream=ch1sub
GET /hls/ch1main/index.m3u8
GET /live/ch1sub/index.m3u8
GET /live/ch1main
GET /storage/e/0/0/0/0/100.mp4
GET /storage/e/0/0/0/39/39589.161142.1576732385942440.plate.jpg
GET /storage/e/0/0/7/7673/object/7673911/7673911.4412659.1590386295819221.object._c1_t2_s392x504.jpg
GET /download/2018-01-01T00.00.00.xls
GET /download/2018-01-01T00.00.00(2).xls
GET /wsapi/subscribeEvents?topics=LPR
GET /wsapi/subscribeEvents?topics=emergencyCall
GET /wsapi/subscribeEvents?topics=LPR,emergencyCall
GET /wsapi/subscribeEvents?topics=LPR,emergencyCall&verbose=true
GET /wsapi/subscribeEvents?topics=channelStatus
GET /wsapi/subscribeEvents?topics=channelStatus&verbose=true
GET /wsapi/subscribeEvents?topics=channelStatus&ch=1,2&verbose=true&lang=es-ES
GET /wsapi/subscribeEvents?topics=motionChanges
GET /wsapi/subscribeEvents?topics=motionChanges&ch=1,2
GET /wsapi/subscribeEvents?topics=parkingCount
GET /wsapi/subscribeEvents?topics=parkingCount&ch=1,2
GET /wsapi/subscribeEvents?topics=systemEvent,recordingStatus,packing,bodyTemperature
GET /api/subscribeEvents?topics=emergencyCall&verbose=true
GET /api/subscribeEvents?topics=object&objectType=face
GET /api/subscribeEvents?topics=object&objectType=vehicle
GET /api/subscribeEvents?topics=object&objectType=face,human
GET /api/subscribeEvents?topics=object&objectType=bodyTemperature
GET /wsapi/dataExport?timeBegin=2018-07-27T09%3A00%3A00%0D%0A&timeEnd=2018-07-27T09%3A30%3A00%0D%0A
GET /wsapi/dataExport?timeBegin=2018-07-27T09%3A00%3A00%0D%0A&timeEnd=2018-07-27T09%3A30%3A00%0D%0A&ch=1
GET /wsapi/dataExport?timeBegin=2018-07-27T09%3A00%3A00%0D%0A&timeEnd=2018-07-27T09%3A30%3A00%0D%0A&ch=1&md5=true
GET /wsapi/dataExport?timeBegin=2018-07-27T09%3A00%3A00%0D%0A&timeEnd=2018-07-27T09%3A30%3A00%0D%0A&ch=1,2,3
GET /wsapi/dataExport?timeBegin=2018-07-27T09%3A00%3A00%0D%0A&timeEnd=2018-07-27T09%3A30%3A00%0D%0A&ch=1&mediaSize=500MB
GET /wsapi/dataExport?timeBegin=2018-07-27T09%3A00%3A00%0D%0A&timeEnd=2018-07-27T09%3A30%3A00%0D%0A&ch=1&mediaSize=500MB&subtitleFormat=VTT
GET /wsapi/dataExport?timeBegin=2018-07-27T09%3A00%3A00%0D%0A&timeEnd=2018-07-27T09%3A30%3A00%0D%0A&ch=1&mediaSize=500MB&subtitleFormat=VTT&statusInterval=1s
GET /wsapi/dataExport?timeBegin=2018-07-27T09%3A00%3A00%0D%0A&timeEnd=2018-07-27T09%3A30%3A00%0D%0A&ch=1&mediaSize=500MB&subtitleFormat=VTT&statusInterval=1s&lang=es-ES
GET /wsapi/dataExport?timeBegin=2018-07-27T09%3A00%3A00%0D%0A&timeEnd=2018-07-27T09%3A30%3A00%0D%0A&ch=1&subtitleFormat=VTT&submitter=A&recipient=B&purpose=first%0D%0Asecond%20line
GET /wsapi/dataExport?timeBegin=2019-06-16T09%3A00&timeEnd=2019-06-16T16%3A30&ch=1&subtitleFormat=None&password=c2VjcmV0
GET /download/7963635e-1bff-40e1-bbf3-3f17525aef40/CH1.2018-07-27T09.11.19.mp4
GET /download/7963635e-1bff-40e1-bbf3-3f17525aef40/CH1.2018-07-27T09.11.19.vtt
POST /api/push
GET /api/channel/info
GET /api/channel/info?caps
GET /api/channel/info?caps&ch=1
GET /api/channel/info?caps&ch=1,2,3
GET /api/channel/info?caps&reload
GET /api/channel/ptz?ch=1&home&indent=2
GET /api/channel/ptz?ch=1&home&lang=en_US
GET /api/channel/ptz?ch=1&home
GET /api/channel/ptz?ch=1&stop
GET /api/channel/ptz?ch=1&move=0.5,0.5
GET /api/channel/ptz?ch=1&move=-1
GET /api/channel/ptz?ch=1&move=0,0.1
GET /api/channel/ptz?ch=1&move
GET /api/channel/ptz?ch=1&zoom=0.5
GET /api/channel/ptz?ch=1&zoom=-0.5
GET /api/channel/ptz?ch=1&focus=0.1
GET /api/channel/ptz?ch=1&focus=-0.5
GET /api/channel/ptz?ch=1&iris=-0.1
GET /api/channel/ptz?ch=1&iris=1
GET /api/channel/preset?ch=1&list
GET /api/channel/preset?ch=1,2,3&list
GET /api/channel/preset?list
GET /api/channel/preset?ch=1&reload
GET /api/channel/preset?ch=1,2,3&reload
GET /api/channel/preset?reload
GET /api/channel/preset?ch=1&add&name=door
GET /api/channel/preset?ch=1&add
GET /api/channel/preset?ch=1&set=preset1
GET /api/channel/preset?ch=1&set=preset1&name=Sweet%20home%20%5E%5E
GET /api/channel/preset?ch=1&rm=1
GET /api/channel/preset?ch=1&rm=1,2,3
GET /api/channel/preset?ch=1&go=1
GET /api/channel/relay?ls&ch=1
GET /api/channel/relay?ch=1&on=7657b9aa-61d6-4b4f-a70a-c91e8657dfcf
GET /api/channel/relay?ch=1&off=7657b9aa-61d6-4b4f-a70a-c91e8657dfcf
GET /api/channel/relay?ch=1&off=7657b9aa-61d6-4b4f-a70a-c91e8657dfcf,cffd1289-cb2c-4d82-8c6f-c7634b432f57
GET /api/channel/relay?ch=1&on=7657b9aa-61d6-4b4f-a70a-c91e8657dfcf&off=cffd1289-cb2c-4d82-8c6f-c7634b432f57
GET /api/channel/aux?ch=1&on=0
GET /api/channel/aux?ch=1&off=1
GET /api/channel/aux?ch=1&on=0,1
GET /api/channel/aux?ch=1&on=0&off=1
GET /api/channel/reboot?ch=1
POST /api/channel
POST /api/channel?lang=vi-VN
DELETE /api/channel/1
DELETE /api/channel/1,2,3
DELETE /api/channel/all
DELETE /api/channel/all?lang=vi-VN
PUT /api/event-videos/trigger
GET /event-storage/e/20221129/101309/ch1-20221129-101309.mp4
GET /event-storage/e/20221129/101309/ch1-20221129-101309(2).mp4
`
  .trim()
  .split('\n');

/** Every reading of one written value: text, a number, and `=true` as the bare name it stands for. */
function readings(written: string | true): QueryValue[] {
  if (written === true) return [true];
  const value = decodeURIComponent(written);
  // The export examples end their times in an encoded line break, which belongs to no time.
  const trimmed = value.trimEnd();
  const numeric = /^-?\d+(?:\.\d+)?$/.test(value) ? [Number(value)] : [];
  return [trimmed, ...numeric, ...(value === 'true' ? [true as const] : [])];
}

function pathParameters(path: string, written: string): Record<string, string> | null {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const literal = path.replace(/[.()]/g, '\\$&').replace(/\{\w+\}/g, '([^/]+)');
  const values = new RegExp(`^${literal}$`).exec(written)?.slice(1);
  return values
    ? Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))
    : null;
}

function covers(endpoint: Endpoint, request: string): boolean {
  const [method = '', target = ''] = request.split(' ');
  const [path = '', query = ''] = target.split('?');
  const inPath = pathParameters(endpoint.path, path);
  if (endpoint.method !== method || inPath === null) return false;
  const written: Record<string, string | true> = { ...inPath };
  for (const pair of query.split('&').filter(Boolean)) {
    const [name = '', ...value] = pair.split('=');
    written[name] = value.length === 0 ? true : value.join('=');
  }
  const { shape } = endpoint.query;
  const names = new Set([...Object.keys(shape), ...Object.keys(written)]);
  return [...names].every((name) => {
    const field = shape[name] as { safeParse(value: unknown): { success: boolean } } | undefined;
    const value = written[name];
    if (field === undefined) return false;
    const options = value === undefined ? [undefined] : readings(value);
    return options.some((option) => field.safeParse(option).success);
  });
}

describe('the documented requests', () => {
  it.each(documented)('%s has a row', (request) => {
    expect(endpoints.filter((endpoint) => covers(endpoint, request))).not.toEqual([]);
  });

  it.each(endpoints.map((endpoint) => endpoint.id))('%s is documented', (id) => {
    const endpoint = endpoints.filter((one) => one.id === id);
    expect(
      documented.filter((request) => endpoint.some((one) => covers(one, request))),
    ).not.toEqual([]);
  });

  it.each([
    'GET /watch?ch=0',
    'GET /watch?ch=1&auth=Z3VhcmQ6c2VjcmV0',
    'GET /api/info',
    'GET /api/info?apiVersion&indent=9',
    'GET /api/info?everything',
    'GET /api/status?ch=1,,2',
    'GET /api/status?ch=1;2',
    'GET /api/vod?when=2018-01-08T09%3A30%3A00-05%3A00',
    'GET /api/vod?ch=1&when=2018-01-08T09%3A30%3A00-05%3A00&limit=51',
    'GET /api/vod?ch=1&when=2018-01-08T09%3A30%3A00-05%3A00&duration=1h30m',
    'POST /api/searchFace?threshold=0',
    'POST /api/searchFace?threshold=101',
    'GET /api/channel/ptz?ch=1&move=1.1',
    'GET /api/channel/ptz?ch=1&move=0,0,0',
    'GET /api/channel/ptz?ch=1&zoom=-1.01',
    'GET /api/channel/ptz?ch=1,2&home',
    'GET /api/channel/ptz?ch=1',
    'GET /api/channel/preset?ch=1',
    'DELETE /api/channel/0',
    'DELETE /api/channel/1,all',
    'GET /storage/e/0/0/0/0/..mp4',
    'GET /storage/e/0/0/0/../100.mp4',
    'GET /storage/e/0/0/0/0/100.exe',
    'GET /download/..%2F..%2Fetc/passwd.mp4',
    'GET /wsapi/subscribeEvents',
    'GET /wsapi/subscribeEvents?topics=everything',
    'GET /anything/ch1main/index.m3u8',
  ])('%s has none', (request) => {
    expect(endpoints.filter((endpoint) => covers(endpoint, request))).toEqual([]);
  });
});
