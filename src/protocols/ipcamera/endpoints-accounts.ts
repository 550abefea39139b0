import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { accountName, accountPassword } from './query-fields.ts';

const path = '/cgi-bin/admin/pwdgrp.cgi';
const section = '5.1.2 Add, modify and delete users';
/** Any groups that exist on the device, joined by colons; the example has dido, camctrl, talk, listen. */
const groups = z.string().regex(/^[A-Za-z]{1,32}(?::[A-Za-z]{1,32}){0,15}$/);

/** Accounts on the camera itself; the document asks for root's rights. */
export const accountEndpoints: readonly Endpoint[] = [
  row({
    id: 'accounts.list',
    path,
    query: { action: z.literal('get') },
    summary: 'Groups of accounts and who belongs to each',
    section,
  }),
  row({
    id: 'accounts.add',
    path,
    query: {
      action: z.literal('add'),
      user: accountName,
      pwd: accountPassword,
      sgrp: groups.optional(),
    },
    danger: 'disruptive',
    summary: 'Create an account, which lets somebody in',
    section,
  }),
  row({
    id: 'accounts.update',
    path,
    query: {
      action: z.literal('update'),
      user: accountName,
      pwd: accountPassword.optional(),
      sgrp: groups.optional(),
    },
    danger: 'destructive',
    summary: 'Change password or groups of an account; may lock out whoever uses it, us too',
    section,
  }),
  row({
    id: 'accounts.remove',
    path,
    query: { action: z.literal('remove'), user: accountName },
    danger: 'destructive',
    summary: 'Remove an account; whoever uses it is locked out',
    section,
  }),
  row({
    id: 'accounts.privacy',
    path: '/cgi-bin/admin/privacy.cgi',
    summary: 'Accounts of the camera and what each may do',
    section: '5.1.3 List users information',
  }),
  row({
    id: 'accounts.passwords',
    path: '/cgi-bin/admin/userinfo.cgi',
    secretReply: true,
    summary: 'Accounts of the camera with their passwords in clear',
    section: '5.1.3 List users information',
  }),
];
