export { VoiceSection } from './voice-section.tsx';
