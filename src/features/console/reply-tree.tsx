import { ChevronRight } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { ReplyNode } from '../../api/console.ts';

/** Branches up to here stand open. */
const openDepth = 2;

export function ReplyTree({ nodes }: { readonly nodes: readonly ReplyNode[] }): ReactElement {
  return (
    <div dir="ltr" className="rounded-control border border-line bg-canvas p-2 font-mono text-xs">
      <Branches nodes={nodes} depth={0} />
    </div>
  );
}

interface BranchesProps {
  readonly nodes: readonly ReplyNode[];
  readonly depth: number;
}

function Branches({ nodes, depth }: BranchesProps): ReactElement {
  return (
    <ul className={depth === 0 ? '' : 'ms-2.5 border-s border-line ps-3'}>
      {nodes.map((node, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reply never changes, and elements share names
        <li key={position}>
          {node.children === undefined ? (
            <p className="flex gap-2 py-0.5 ps-5">
              <span className="shrink-0 text-text-2">{node.name}</span>
              <bdi className="min-w-0 wrap-anywhere whitespace-pre-wrap">{node.text}</bdi>
            </p>
          ) : (
            <Branch node={node} nodes={node.children} depth={depth} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface BranchProps extends BranchesProps {
  readonly node: ReplyNode;
}

/** What is folded away is not drawn at all: a reply may have thousands of branches. */
function Branch({ node, nodes, depth }: BranchProps): ReactElement {
  const [open, setOpen] = useState(depth < openDepth);
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-6 pointer-coarse:min-h-11 items-center gap-1 rounded-control pe-2 text-start hover:bg-hover"
      >
        <ChevronRight aria-hidden className={`size-4 shrink-0 ${open ? 'rotate-90' : ''}`} />
        <span className="text-accent">{node.name}</span>
        <span className="text-text-3">{nodes.length}</span>
        {node.text !== undefined && <bdi className="min-w-0 wrap-anywhere">{node.text}</bdi>}
      </button>
      {open && <Branches nodes={nodes} depth={depth + 1} />}
    </>
  );
}
