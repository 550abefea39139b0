import type { ComponentType, ReactElement } from 'react';
import type { EventFactView } from '../../../api/events.ts';
import type { EventTopic } from '../../../domain/device-event.ts';
import { CallFact } from './call-fact.tsx';
import { ChannelFact } from './channel-fact.tsx';
import { FileFact, PackingFact, SystemFact } from './device-facts.tsx';
import type { FactProps } from './fact-of.ts';
import { MotionFact } from './motion-fact.tsx';
import { ObjectFact } from './object-fact.tsx';
import { ParkingFact } from './parking-fact.tsx';
import { PlateFact } from './plate-fact.tsx';
import { RecordingFact } from './recording-fact.tsx';
import {
  ArmingFact,
  ConnectionFact,
  InputFact,
  TamperingFact,
  TriggerFact,
} from './switch-facts.tsx';

const renderers: { readonly [Topic in EventTopic]: ComponentType<FactProps<Topic>> } = {
  connection: ConnectionFact,
  channel: ChannelFact,
  recording: RecordingFact,
  motion: MotionFact,
  object: ObjectFact,
  plate: PlateFact,
  call: CallFact,
  parking: ParkingFact,
  input: InputFact,
  tampering: TamperingFact,
  arming: ArmingFact,
  trigger: TriggerFact,
  file: FileFact,
  system: SystemFact,
  packing: PackingFact,
};

export interface FactLineProps {
  readonly fact: EventFactView;
  readonly zone: string;
  readonly standing: boolean;
}

/** What an event says, in words and chips. */
export function FactLine({ fact, zone, standing }: FactLineProps): ReactElement {
  // The table has the renderer of each topic, which the type of a look-up no longer says.
  const Renderer = renderers[fact.topic] as ComponentType<FactLineProps>;
  return <Renderer fact={fact} zone={zone} standing={standing} />;
}
