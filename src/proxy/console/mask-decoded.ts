import type { DecodedView, ReplyNode } from '../../api/console.ts';
import { isSecretName } from '../../domain/secret-name.ts';
import { mask, maskText } from './mask-text.ts';

/** A decoded reply without its secrets, and the secrets, so that they are found in the raw text too. */
export class DecodedMask {
  readonly secrets: string[] = [];
  readonly #known: readonly string[];

  constructor(known: readonly string[]) {
    this.#known = known;
  }

  apply(decoded: DecodedView): DecodedView {
    if (decoded.form === 'tree') {
      return { ...decoded, nodes: this.#nodes(decoded.nodes, false) };
    }
    if (decoded.form !== 'table') return decoded;
    const rows = decoded.rows.map(({ name, values }) => ({
      name,
      values: values.map((value) => this.#value(value, isSecretName(name))),
    }));
    return { ...decoded, rows };
  }

  #nodes(nodes: readonly ReplyNode[], secret: boolean): ReplyNode[] {
    // `{"name": "password", "value": "…"}`: the name stands beside its value.
    const named = nodes.some(
      ({ name, text }) => /^@?(?:name|key|id)$/i.test(name) && isSecretName(text ?? ''),
    );
    return nodes.map((node) => this.#node(node, secret || (named && isValue(node.name))));
  }

  #node({ name, text, children }: ReplyNode, inherited: boolean): ReplyNode {
    const secret = inherited || isSecretName(name);
    return {
      name,
      ...(text === undefined ? {} : { text: this.#value(text, secret) }),
      ...(children === undefined ? {} : { children: this.#nodes(children, secret) }),
    };
  }

  #value(value: string, secret: boolean): string {
    if (!secret) return maskText(value, this.#known);
    if (value === '' || /^(?:true|false|null|\[\]|\{\})$/.test(value)) return value;
    this.secrets.push(value);
    return mask;
  }
}

function isValue(name: string): boolean {
  return /^@?(?:value|text|default)$/i.test(name);
}
