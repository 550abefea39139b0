import type { ContractFixtures } from '../contract-cases.ts';
import { fixedCamera, listed, options, ptzCamera, ptzDescription } from './fixtures/cameras.ts';
import { documentedReplies } from './fixtures/documented-replies.ts';
import { storageList } from './fixtures/storage-list.ts';

const text = (body: string) => ({ contentType: 'text/plain', text: body });
const ok = text('OK\r\n');
const noContent = { status: 204 };

const emptyCard = 'Local Storage Management prints no list: nothing stands for an empty card';

export const ipcameraFixtures: ContractFixtures = {
  documented: [
    'GET /cgi-bin/admin/param.cgi',
    'GET /cgi-bin/admin/pwdgrp.cgi',
    'GET /cgi-bin/admin/privacy.cgi',
    'GET /cgi-bin/admin/userinfo.cgi',
    'GET /cgi-bin/admin/snapshot.cgi',
    'GET /cgi-bin/admin/storagemanagement.cgi',
    'GET /cgi-bin/admin/factorydefault.cgi',
    'GET /cgi-bin/admin/hardfactorydefault.cgi',
    'GET /cgi-bin/admin/backup.cgi',
    'POST /cgi-bin/admin/restore.cgi',
    'GET /cgi-bin/admin/beforeupgrade.cgi',
    'POST /cgi-bin/admin/firmwareupgrade.cgi',
    'GET /cgi-bin/admin/restart.cgi',
    'GET /cgi-bin/admin/serverreport.cgi',
    'GET /cgi-bin/admin/systemlog.cgi',
    'GET /cgi-bin/admin/date.cgi',
    'POST /cgi-bin/admin/upload_certificate.cgi',
    'GET /cgi-bin/jpg/image.cgi',
    'GET /cgi-bin/com/ptz.cgi',
    'GET /cgi-bin/com/ptzconfig.cgi',
    'GET /cgi-bin/io/input.cgi',
    'GET /cgi-bin/io/output.cgi',
    'GET /cgi-bin/admin/eventdata.cgi',
    'GET /cgi-bin/admin/evendata.cgi',
    'GET /',
    'GET /h264',
    'GET /h264_2',
    'GET /h264_3',
    'GET /h264_4',
    'GET /jpeg',
    'GET /stream1',
  ],
  device: {
    answers: {
      'parameters.list': ({ group }) => text(listed(ptzCamera, group)),
      'parameters.options': text(options),
      'date.read': text(documentedReplies.date),
      'ptz.commands': text(ptzDescription),
      'ptz.position': text('pan=0.0\r\ntilt=10.0\r\nzoom=2000\r\n'),
      'ptz.home': noContent,
      'ptz.step': noContent,
      'ptz.absolute': noContent,
      'ptz.relative': noContent,
      'ptz.move': noContent,
      'ptz.center': ok,
      'ptz.autofocus': ok,
      'preset.go': noContent,
      'sequence.run': noContent,
      'preset.set-named': ok,
      'preset.remove': ok,
      'home.set': ok,
      'parameters.update': ok,
      'inputs.activity': text('Input1=inactive\r\nInput2=active'),
      'outputs.activity': text('Output1=active'),
      'output.activate': ok,
      'storage.list': text(storageList),
      'storage.remove': ok,
    },
  },
  recognised: {
    'the brand of a PTZ camera': text(listed(ptzCamera, 'Brand')),
    'the brand of a fixed camera, with CRLF': text(
      listed(fixedCamera, 'Brand').replaceAll('\n', '\r\n'),
    ),
    'a brand of one line': text('root.Brand.ProdFullName=Full HD IP Camera\n'),
  },
  secrets: ['FIXTURESECRET', '192.0.2.'],
  emptySuccess: {
    listRecordedDays: emptyCard,
    listRecordedSpans: emptyCard,
    listRecordedFiles: emptyCard,
    findRecordedFile: emptyCard,
  },
  harmlessChanges: {
    'ptz.home': 'moving the camera is what its operator is there for',
    'ptz.move': 'moving the camera is what its operator is there for',
    'ptz.zoom': 'moving the lens is what its operator is there for',
    'ptz.zoom-steps': 'moving the lens is what its operator is there for',
    'ptz.focus': 'moving the lens is what its operator is there for',
    'ptz.focus-steps': 'moving the lens is what its operator is there for',
    'ptz.iris': 'moving the lens is what its operator is there for',
    'preset.go': 'moving the camera is what its operator is there for',
    'snapshot-path.write': "a folder on the computer of whoever uses the camera's own page",
  },
  skips: {},
};
