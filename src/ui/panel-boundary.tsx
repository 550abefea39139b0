import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './button.tsx';

/** What a person reads when a part of the screen fails. */
export interface PanelFaultWords {
  readonly happened: string;
  readonly stillWorks: string;
  readonly todo: string;
  readonly details: string;
  readonly copy: string;
  readonly again: string;
}

/** Keeps a failure inside its panel. */
export class PanelBoundary extends Component<
  { readonly words: PanelFaultWords; readonly children: ReactNode },
  { readonly fault: unknown; readonly failed: boolean }
> {
  override state = { fault: null as unknown, failed: false };

  static getDerivedStateFromError(fault: unknown) {
    return { fault, failed: true };
  }

  override componentDidCatch(fault: unknown, info: ErrorInfo): void {
    console.error('A panel failed', fault, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <PanelFault
        words={this.props.words}
        fault={this.state.fault}
        onAgain={() => this.setState({ fault: null, failed: false })}
      />
    );
  }
}

export interface PanelFaultProps {
  readonly words: PanelFaultWords;
  readonly fault: unknown;
  readonly onAgain: () => void;
}

export function PanelFault({ words, fault, onAgain }: PanelFaultProps) {
  const details = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
  return (
    <div role="alert" className="m-auto flex max-w-md flex-col gap-3 p-6">
      <h2 className="text-base font-semibold">{words.happened}</h2>
      <p className="text-text-2">{words.stillWorks}</p>
      <p className="text-text-2">{words.todo}</p>
      <details className="text-xs text-text-3">
        <summary className="cursor-pointer py-1">{words.details}</summary>
        <pre className="mt-1 max-h-40 overflow-auto rounded-control bg-canvas p-2 font-mono whitespace-pre-wrap">
          {details}
        </pre>
      </details>
      <div className="flex gap-2">
        <Button look="primary" onClick={onAgain}>
          {words.again}
        </Button>
        <Button look="quiet" onClick={() => void navigator.clipboard?.writeText(details)}>
          {words.copy}
        </Button>
      </div>
    </div>
  );
}
