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
    actor_kind: string;
    actor_id: string | null;
    actor_name: string;
    actor_role: string | null;
    session: string | null;
    address: string | null;
    operation: string;
    object_kind: string | null;
    object_id: string | null;
    object_name: string | null;
    parameters: string;
    outcome: string;
    detail: string;
    revealed: number;
    /** Of this line and of the one before it. */
    mac: string;
  };
  /** One row. */
  audit_seal: {
    id: number;
    anchor_number: number;
    anchor_mac: string;
    removed: number;
    removed_until_ms: number;
    removed_misfits: number;
    head_number: number;
    head_mac: string;
    mac: string;
  };
  audit_unchained: {
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
  /** What a preset looked at when it was saved. */
  preset_pictures: {
    camera_id: string;
    preset_id: string;
    taken_at_ms: number;
    /** JPEG, base64. */
    picture: string;
  };
  /** The command that was sent last to an output. */
  output_commands: {
    camera_id: string;
    output_id: string;
    is_on: number;
    by_name: string;
    at_ms: number;
  };
  /** What may be moving: cleared when a stop is confirmed. */
  ptz_movements: { camera_id: string; velocities: string };
  events: {
    /** Of the last change to it. */
    number: number;
    id: string;
    device_id: string;
    device_name: string;
    camera_id: string | null;
    camera_name: string;
    topic: string;
    at_ms: number;
    end_ms: number | null;
    device_at_ms: number | null;
    received_at_ms: number;
    clock_offset_ms: number | null;
    is_late: number;
    is_snapshot: number;
    count: number;
    /** What another report of the same would carry too. */
    key: string | null;
    image_target: string | null;
    /** JSON. */
    fact: string;
  };
  event_gaps: {
    id: string;
    number: number;
    device_id: string;
    device_name: string;
    from_ms: number;
    to_ms: number | null;
    state: string;
  };
  /** One row: the highest number that was ever given, which outlives what it was given to. */
  event_numbers: { id: number; latest: number };
  /** When each device last gave a sign of life to its listener. */
  event_signs: { device_id: string; alive_at_ms: number };
  alarm_rules: { id: string; position: number; body: string };
  alarms: {
    id: string;
    /** Of the last change to it. */
    number: number;
    raised_at_ms: number;
    closed_at_ms: number | null;
    /** JSON. */
    body: string;
  };
  alarm_steps: { number: number; alarm_id: string; body: string };
  /** Lines that the record of who did what is still to take, by the step that they tell of. */
  alarm_outbox: { number: number; alarm_id: string; body: string };
  /** Requests that were done. */
  alarm_requests: { id: string; alarm_id: string; at_ms: number };
  /** What becomes an alarm when it lasts. */
  alarm_waiting: { key: string; body: string };
  /** One row: up to which event of the journal alarms were made. */
  alarm_cursor: { id: number; number: number };
  alarm_floods: { from_ms: number; to_ms: number | null };
  exports: { id: string; created_at_ms: number; body: string };
  handover_notes: {
    number: number;
    at_ms: number;
    by_id: string;
    by_name: string;
    text: string;
  };
  bookmarks: {
    id: string;
    from_ms: number;
    to_ms: number | null;
    /** JSON. */
    camera_ids: string;
    note: string;
    /** JSON. */
    tags: string;
    by_id: string;
    by_name: string;
    created_at_ms: number;
    removed_at_ms: number | null;
  };
  cases: {
    id: string;
    title: string;
    text: string;
    by_id: string;
    by_name: string;
    created_at_ms: number;
    changed_at_ms: number;
    revision: number;
    closed_by_id: string | null;
    closed_by_name: string | null;
    closed_at_ms: number | null;
  };
  case_items: {
    case_id: string;
    kind: string;
    item_id: string;
    from_ms: number;
    to_ms: number | null;
    /** JSON. */
    place: string;
    added_by_id: string;
    added_by_name: string;
    added_at_ms: number;
    removed_at_ms: number | null;
  };
  views: {
    id: string;
    position: number;
    name: string;
    layout: string;
    cells: string;
    alarm_policy: string;
  };
  people: {
    id: string;
    name: string;
    role: string;
    /** `all`, or the ids of groups as JSON. */
    cameras: string;
    enabled: number;
    password_hash: string | null;
    created_at_ms: number;
    last_sign_in_ms: number | null;
  };
  camera_groups: { id: string; name: string; camera_ids: string };
  kiosks: { id: string; name: string; view_id: string; group_id: string; paired_at_ms: number };
  sessions: {
    id: string;
    token_hash: string;
    person_id: string | null;
    kiosk_id: string | null;
    browser: string;
    address: string;
    created_at_ms: number;
    last_seen_ms: number;
    last_input_ms: number;
    confirmed_at_ms: number;
  };
}
