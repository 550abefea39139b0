/** An order of recordings as it is kept; whoever orders knows what its body means. */
export interface ExportRow {
  readonly id: string;
  readonly createdAtMs: number;
  readonly body: unknown;
}

export interface ExportStore {
  /** The oldest first. */
  read(): Promise<readonly ExportRow[]>;
  save(row: ExportRow): Promise<void>;
  remove(id: string): Promise<void>;
}
