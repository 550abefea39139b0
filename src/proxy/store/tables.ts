/** Columns in the types that SQLite and PostgreSQL share: text and integers, JSON as text. */
export interface Tables {
  migrations: { number: number; applied_at_ms: number };
  devices: {
    id: string;
    name: string;
    protocol_id: string;
    origin: string;
    entry_target: string;
    username: string;
    /** JSON; null where the authorities decide. */
    certificate: string | null;
  };
  secrets: { device_id: string; field: string; sealed: string };
  cameras: {
    id: string;
    device_id: string;
    channel: string;
    number: number;
    name: string;
    enabled: number;
    description: string;
  };
  audit: {
    number: number;
    at_ms: number;
    actor: string;
    device_id: string;
    device_name: string;
    camera_id: string | null;
    operation: string;
    parameters: string;
    outcome: string;
    detail: string;
    revealed: number;
  };
  views: { id: string; position: number; name: string; layout: string; cells: string };
}
