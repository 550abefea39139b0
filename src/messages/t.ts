import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { en } from './en.ts';
import { account } from './en-account.ts';
import { playback } from './en-playback.ts';
import { problems } from './en-problems.ts';
import { shell } from './en-shell.ts';
import { wall } from './en-wall.ts';

export type MessageId = keyof typeof en;

const i18n = setupI18n();
i18n.setMessagesCompiler(compileMessage);
i18n.loadAndActivate({
  locale: 'en',
  messages: { ...shell, ...account, ...wall, ...playback, ...problems },
});

/**
 * Adds the words of a screen that is loaded later: its route in `app` imports `use-<screen>.ts`,
 * so that nobody waits at the first picture for words of another screen.
 */
export function addWords(words: Readonly<Partial<Record<MessageId, string>>>): void {
  i18n.load('en', { ...words });
}

/** The text of a message in the language of the page. Values fill its ICU placeholders. */
export function t(id: MessageId, values?: Readonly<Record<string, string | number>>): string {
  return i18n._(id, values);
}
