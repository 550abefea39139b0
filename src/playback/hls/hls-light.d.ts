/** The light build has the API of the full one but brings no types of its own. */
declare module 'hls.js/light' {
  export type * from 'hls.js';
  export { default, ErrorDetails, ErrorTypes, Events } from 'hls.js';
}
