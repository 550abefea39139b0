/** What all alarms of a list have in common. */
export interface DeskScope {
  /** In which times are told. */
  readonly zone: string;
  /** Letters act without a modifier. */
  readonly singleKeys: boolean;
  /** A phone, or as narrow as one. */
  readonly narrow: boolean;
  /** Whether what nobody has taken is this person's business. */
  readonly supervises: boolean;
  readonly onOpen: (alarmId: string) => void;
}
