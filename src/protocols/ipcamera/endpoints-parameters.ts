import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { namesOtherThan, namesWithin, queryWithNamed } from './named-parameters.ts';
import { group, groupList, presetNumber, timeZone } from './query-fields.ts';

const path = '/cgi-bin/admin/param.cgi';
const value = z.string().max(1024);

const sequenceSection = '5.3.1.2 Sequence Lines Configuration';
const line = 'G\\d{1,3}';
/** While a point is added it has no number yet, so the document calls it plain `T`. */
const point = (number: string) => `^GuardTour\\.${line}\\.Tour\\.T${number}`;

const sequencePoint = (number: string) => [
  {
    title: 'GuardTour.G#.Tour.T#.PresetNbr',
    name: new RegExp(`${point(number)}\\.PresetNbr$`),
    value: presetNumber,
  },
  {
    title: 'GuardTour.G#.Tour.T#.MoveSpeed',
    name: new RegExp(`${point(number)}\\.MoveSpeed$`),
    value: z.int().min(0).max(14),
  },
  {
    // The table of parameters prints WaitTiime, the example WaitTime.
    title: 'GuardTour.G#.Tour.T#.WaitTime',
    name: new RegExp(`${point(number)}\\.WaitTii?me$`),
    value: z.int().min(0).max(255),
  },
];

export const listParameters = row({
  id: 'parameters.list',
  path,
  query: { action: z.literal('list'), group: groupList.optional() },
  reply: 'parameters',
  // A whole list has the passwords of mail, FTP and PPPoE accounts in it.
  secretReply: true,
  summary: 'Values of parameters: all, or those of groups joined by commas',
  section: '5.1.1.1 List parameters',
});

export const listOptions = row({
  id: 'parameters.options',
  path,
  query: { action: z.literal('options') },
  reply: 'parameters',
  summary: 'Values that parameters may take, as ranges or as alternatives joined by &',
  section: '5.1.1.2 List parameter options',
});

export const updateParameters = row({
  id: 'parameters.update',
  path,
  query: queryWithNamed(
    { action: z.literal('update') },
    [{ title: 'Group.Name', name: namesOtherThan('Network'), value }],
    1,
  ),
  danger: 'disruptive',
  summary: 'Change parameters of any group but Network',
  section: '5.1.1.4 Update parameters',
});

export const removeParameters = row({
  id: 'parameters.remove',
  path,
  query: { action: z.literal('remove'), group },
  danger: 'destructive',
  summary: 'Remove an object of a group; the document names the action and shows no example',
  section: '5.1.1 Update and list parameters and their values',
});

export const addSequenceLine = row({
  id: 'sequence.add-line',
  path,
  query: { action: z.literal('add'), group: z.literal('GuardTour') },
  danger: 'disruptive',
  summary: 'Add an empty sequence line',
  section: sequenceSection,
});

export const addSequencePoint = row({
  id: 'sequence.add-point',
  path,
  query: queryWithNamed(
    {
      action: z.literal('add'),
      group: z.string().regex(new RegExp(`^GuardTour\\.${line}\\.Tour$`)),
    },
    sequencePoint(''),
    0,
  ),
  danger: 'disruptive',
  summary: 'Add a point to a sequence line; its preset has to be there already',
  section: sequenceSection,
});

export const updateSequencePoint = row({
  id: 'sequence.update-point',
  path,
  query: queryWithNamed({ action: z.literal('update') }, sequencePoint('\\d{1,3}'), 1),
  danger: 'disruptive',
  summary: 'Change preset, speed or waiting time of points of a sequence line',
  section: sequenceSection,
});

/** Everything that param.cgi does: parameters, the time zone, and the sequence lines of a PTZ unit. */
export const parameterEndpoints: readonly Endpoint[] = [
  listParameters,
  listOptions,
  updateParameters,
  row({
    id: 'parameters.update-network',
    path,
    query: queryWithNamed(
      { action: z.literal('update') },
      [{ title: 'Network.Name', name: namesWithin('Network'), value }],
      1,
    ),
    danger: 'destructive',
    summary: 'Change parameters of the network; a wrong address puts the camera out of reach',
    section: '5.1.1.4 Update parameters',
  }),
  row({
    id: 'parameters.add',
    path,
    query: queryWithNamed(
      { action: z.literal('add'), group },
      [{ title: 'Group.Name', name: namesOtherThan('Network'), value }],
      0,
    ),
    danger: 'disruptive',
    summary: 'Add an object to a group, with its first values',
    section: '5.1.1 Update and list parameters and their values',
  }),
  removeParameters,
  row({
    id: 'time-zone.set',
    path,
    query: { action: z.literal('update'), 'Time.TimeZone': timeZone },
    danger: 'disruptive',
    summary: 'Change the time zone, GMT-12 to GMT+13; events and recordings are stamped anew',
    section: '5.1.14.2 Set system date and time',
  }),
  addSequenceLine,
  addSequencePoint,
  updateSequencePoint,
];
