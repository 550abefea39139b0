import { t } from '../../../messages/t.ts';
import { Chip } from './chip.tsx';
import type { FactProps } from './fact-of.ts';

export function ChannelFact({ fact }: FactProps<'channel'>) {
  const { change, state, name, message } = fact;
  return (
    <>
      <span>{t(`events.channel.${change}`)}</span>
      {state !== undefined && <Chip>{t(`events.state.${state}`)}</Chip>}
      {name !== undefined && name !== '' && (
        <Chip>
          <bdi>{name}</bdi>
        </Chip>
      )}
      {message !== undefined && message !== '' && (
        <bdi className="text-xs text-text-2">{message}</bdi>
      )}
    </>
  );
}
