export { VerifyPackPage } from './verify-pack-page.tsx';
