import type { CameraView } from '../api/camera.ts';
import type { StreamKind } from '../domain/stream.ts';
import type { PictureFit, QualityChoice } from '../domain/view.ts';
import type { BrowserAbilities } from './browser-abilities.ts';
import type { ConnectGate } from './connect-gate.ts';
import type { listCandidates, TilePurpose } from './player-table.ts';
import type { Surface } from './surface.ts';

/** What a tile is to show. */
export interface TileWish {
  readonly camera: CameraView;
  readonly fit: PictureFit;
  readonly quality: QualityChoice;
  readonly kind?: StreamKind | undefined;
  readonly purpose?: TilePurpose | undefined;
}

/** What a tile is run with. */
export interface SessionParts {
  /** Undefined until the browser has answered; nothing is tried before. */
  readonly abilities: () => BrowserAbilities | undefined;
  readonly gate: ConnectGate;
  readonly surface: Surface;
  readonly nowMs: () => number;
  readonly random: () => number;
  readonly candidates?: typeof listCandidates;
}
