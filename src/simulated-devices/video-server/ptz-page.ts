import { ptzFeature } from './ptz-features.ts';

const moves: readonly (readonly [number, string, number])[] = [
  [8, 'Up-left', ptzFeature.panTilt],
  [3, 'Up', ptzFeature.panTilt],
  [9, 'Up-right', ptzFeature.panTilt],
  [1, 'Left', ptzFeature.panTilt],
  [7, 'Home', ptzFeature.home],
  [2, 'Right', ptzFeature.panTilt],
  [10, 'Down-left', ptzFeature.panTilt],
  [4, 'Down', ptzFeature.panTilt],
  [11, 'Down-right', ptzFeature.panTilt],
  [5, 'Zoom in', ptzFeature.zoom],
  [6, 'Zoom out', ptzFeature.zoom],
  [99, 'Stop', ptzFeature.continuous],
];

/** Buttons for what a camera can do ("PTZ controls"), each a form of its own. */
export function ptzControls(cameraNum: number, features: number): string {
  const presets = Array.from({ length: 8 }, (_, index): readonly [number, string, number] => [
    12 + index,
    `Preset ${index + 1}`,
    ptzFeature.presets,
  ]);
  const buttons = [...moves, ...presets]
    .filter(([, , feature]) => (features & feature) !== 0)
    .map(
      ([command, label]) =>
        `<form action="command"><input type="hidden" name="cameraNum" value="${cameraNum}"><button name="command" value="${command}">${label}</button></form>`,
    );
  return buttons.length === 0 ? '<p>This camera does not move.</p>' : buttons.join('\n');
}
