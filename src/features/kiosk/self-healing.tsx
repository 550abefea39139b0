import { Component, type ErrorInfo, type ReactNode } from 'react';
import { t } from '../../messages/t.ts';

const againAfterMs = 10_000;

interface State {
  readonly failed: boolean;
}

/** Keeps a failure off the rest of the screen and begins anew: nobody is there to press a button. */
export class SelfHealing extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(fault: unknown, info: ErrorInfo): void {
    console.error('The wall of a screen failed', fault, info.componentStack);
    this.#timer = setTimeout(() => this.setState({ failed: false }), againAfterMs);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p role="alert" className="kiosk-middle">
        {t('kiosk.fault')}
      </p>
    );
  }
}
