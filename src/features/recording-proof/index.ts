export { RecordingProofPage } from './recording-proof-page.tsx';
