export { SendEventButton } from './send-event-button.tsx';
