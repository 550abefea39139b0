export { SteerBeside } from './steer-beside.tsx';
export { SteerOverPicture } from './steer-over-picture.tsx';
export { SteeringProvider } from './steering-scope.tsx';
