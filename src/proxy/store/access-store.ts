import type { Role } from '../../domain/role.ts';

/** Every camera there is, or those of the groups with these ids. */
export type CameraScope = 'all' | readonly string[];

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly cameras: CameraScope;
  readonly enabled: boolean;
  /** argon2id in its own text form; absent for those who cannot sign in with one. */
  readonly passwordHash?: string | undefined;
  readonly createdAtMs: number;
  readonly lastSignInMs?: number | undefined;
}

export interface CameraGroupRow {
  readonly id: string;
  readonly name: string;
  readonly cameraIds: readonly string[];
}

export interface KioskRow {
  readonly id: string;
  readonly name: string;
  readonly viewId: string;
  readonly groupId: string;
  readonly pairedAtMs: number;
}

/** One signed-in browser, of a person or of a screen. The token itself is kept nowhere. */
export interface SessionRow {
  readonly id: string;
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string;
  readonly owner:
    | { readonly kind: 'person'; readonly id: string }
    | { readonly kind: 'kiosk'; readonly id: string };
  readonly browser: string;
  readonly address: string;
  readonly createdAtMs: number;
  readonly lastSeenMs: number;
  /** When a person last used it. */
  readonly lastInputMs: number;
  /** When the password was last given. */
  readonly confirmedAtMs: number;
}

/** Who may come in, as it outlives the proxy. Saving inserts or replaces. */
export interface AccessStore {
  readPeople(): Promise<readonly PersonRow[]>;
  savePerson(person: PersonRow): Promise<void>;
  /** With their sessions. */
  removePerson(personId: string): Promise<void>;
  readGroups(): Promise<readonly CameraGroupRow[]>;
  saveGroup(group: CameraGroupRow): Promise<void>;
  removeGroup(groupId: string): Promise<void>;
  readKiosks(): Promise<readonly KioskRow[]>;
  saveKiosk(kiosk: KioskRow): Promise<void>;
  /** With its session. */
  removeKiosk(kioskId: string): Promise<void>;
  readSessions(): Promise<readonly SessionRow[]>;
  saveSession(session: SessionRow): Promise<void>;
  removeSession(sessionId: string): Promise<void>;
}
