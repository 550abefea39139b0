import { z } from 'zod';
import { apiRow } from './endpoint-row.ts';
import { channel, flag, language, tokenList } from './query-fields.ts';

const lang = language.optional();
/** AUX outputs are counted from 0 ("AUX output"). */
const auxList = z.string().regex(/^\d{1,3}(?:,\d{1,3})*$/);

/** "Relay output". */
export const relayEndpoint = {
  list: apiRow({
    id: 'relay.list',
    path: '/api/channel/relay',
    query: { ls: flag, ch: channel, lang },
    role: 'operator',
    summary: 'Relay outputs of a camera',
    section: 'Relay output',
  }),
  on: apiRow({
    id: 'relay.on',
    path: '/api/channel/relay',
    query: { ch: channel, on: tokenList, off: tokenList.optional(), lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Switch relay outputs on: a door, a siren; `off` beside it is ignored',
    section: 'Relay output',
  }),
  off: apiRow({
    id: 'relay.off',
    path: '/api/channel/relay',
    query: { ch: channel, off: tokenList, lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Switch relay outputs off',
    section: 'Relay output',
  }),
} as const;

/** "AUX output". */
export const auxEndpoint = {
  on: apiRow({
    id: 'aux.on',
    path: '/api/channel/aux',
    query: { ch: channel, on: auxList, off: auxList.optional(), lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Switch auxiliary outputs on; `off` beside it is ignored',
    section: 'AUX output',
  }),
  off: apiRow({
    id: 'aux.off',
    path: '/api/channel/aux',
    query: { ch: channel, off: auxList, lang },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Switch auxiliary outputs off',
    section: 'AUX output',
  }),
} as const;
