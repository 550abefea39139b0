export { VoiceSection, type VoiceSectionProps } from './voice-section.tsx';
