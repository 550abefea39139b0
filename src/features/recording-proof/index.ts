export type { ProofRoads } from './recording-proof-page.tsx';
export { RecordingProofPage } from './recording-proof-page.tsx';
