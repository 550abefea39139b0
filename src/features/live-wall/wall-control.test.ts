import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { viewsQuery } from '../../device-access/queries.ts';
import { ViewEdits } from './view-edits.ts';
import { WallControl } from './wall-control.ts';

const cell = (cameraId: string) => ({ cameraId, fit: 'contain', quality: 'auto' }) as const;

let queryClient: QueryClient;

beforeEach(() => {
  queryClient = new QueryClient();
  queryClient.setQueryData(viewsQuery().queryKey, [
    {
      id: 'v',
      name: 'Gate',
      layout: '4',
      cells: [cell('a'), null, cell('c')],
      alarmPolicy: 'border',
    },
  ]);
});

function controlAt(selected: number): WallControl {
  const world = {
    viewId: 'v',
    edits: new ViewEdits({ queryClient, shared: true, onFault: () => undefined }),
    cameras: () => [],
    openCamera: () => undefined,
    takeSnapshot: () => undefined,
  };
  return new WallControl(world, selected);
}

test('carries a tile from where it was lifted, also when the key is pressed again', () => {
  const control = controlAt(0);
  control.lift();
  control.step('down');
  control.lift();
  expect(control.store.getState()).toMatchObject({ selected: 2, lifted: { origin: 0, at: 2 } });
  control.restore();
  expect(control.store.getState()).toMatchObject({ selected: 0, lifted: null });
});

test('lifts nothing from an empty tile', () => {
  const control = controlAt(1);
  control.lift();
  expect(control.store.getState().lifted).toBeNull();
});

test('selects a tile that is there, whatever the address or another window says', () => {
  const control = controlAt(49);
  control.keepWithin('4');
  expect(control.store.getState().selected).toBe(0);
  control.select(3);
  control.store.setState({ solo: 3, lifted: { origin: 2, at: 3 } });
  control.keepWithin('4');
  expect(control.store.getState()).toMatchObject({ selected: 3, solo: 3 });
  control.keepWithin('1');
  expect(control.store.getState()).toMatchObject({ selected: 0, solo: null, lifted: null });
});
