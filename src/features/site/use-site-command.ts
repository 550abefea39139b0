import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';

export interface SiteCommand<Change, Answer> {
  readonly send: (change: Change) => Promise<void>;
  /** Asks the device how things are. */
  readonly read: () => Promise<Answer>;
  /** Under which the answer is shown. */
  readonly queryKey: QueryKey;
  /** Whether the device says what it was told to do; absent where it cannot be known. */
  readonly isDone?: (answer: Answer, change: Change) => boolean;
}

/** What a command came to, beside a failure: `same` where the device says that nothing changed. */
export type CommandResult = 'done' | 'same';

/**
 * Sends a command and reads the device again, whatever came of it: only what it says then is shown.
 * It counts as under way until that answer is there.
 */
export function useSiteCommand<Change, Answer>(command: SiteCommand<Change, Answer>) {
  const client = useQueryClient();
  const { send, read, queryKey, isDone } = command;
  return useMutation({
    mutationFn: async (change: Change): Promise<CommandResult> => {
      try {
        await send(change);
      } catch (fault) {
        await client.invalidateQueries({ queryKey });
        throw fault;
      }
      // One that began before the command would bring what was before it.
      await client.cancelQueries({ queryKey });
      try {
        const answer = await read();
        client.setQueryData(queryKey, answer);
        return isDone?.(answer, change) === false ? 'same' : 'done';
      } catch {
        // The command went through; why the answer is missing, the section itself will say.
        await client.invalidateQueries({ queryKey });
        return 'done';
      }
    },
  });
}
