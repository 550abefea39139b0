import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties carry numbers from the layout to the style sheet. */
    [name: `--${string}`]: string | number;
  }
}
