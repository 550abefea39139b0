import { eventPanel } from './en-event-panel.ts';
import { events } from './en-events.ts';
import { addWords } from './t.ts';

addWords(events);
addWords(eventPanel);
