import type { EndpointView, FieldSchema } from '../../api/console.ts';
import { isSecretName } from '../../domain/secret-name.ts';

/** How a parameter is entered. */
export type FieldKind = 'fixed' | 'flag' | 'choice' | 'number' | 'secret' | 'text';

export interface FormField {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly kind: FieldKind;
  readonly required: boolean;
}

/** Parameters that only the device knows by name. */
export interface OpenNames {
  /** What such a name looks like. */
  readonly title: string;
  readonly pattern: string;
  readonly schema: FieldSchema;
}

export interface EndpointForm {
  readonly query: readonly FormField[];
  /** Fields of a form body; a JSON body is typed as a whole. */
  readonly body: readonly FormField[];
  readonly openNames: readonly OpenNames[];
}

export function formOf(endpoint: EndpointView): EndpointForm {
  const { query, body, bodySchema } = endpoint;
  return {
    query: fieldsOf(query),
    body: body === 'form' && bodySchema !== undefined ? fieldsOf(bodySchema) : [],
    openNames: Object.entries(query.patternProperties ?? {}).map(([pattern, schema]) => ({
      title: schema.title ?? pattern,
      pattern,
      schema,
    })),
  };
}

function fieldsOf({ properties = {}, required = [] }: FieldSchema): FormField[] {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const needed = required.includes(name);
    return { name, schema, required: needed, kind: kindOf(name, schema, needed) };
  });
  // What has to be filled in stands before what may be left out.
  return fields.toSorted((a, b) => Number(b.required) - Number(a.required));
}

function kindOf(name: string, schema: FieldSchema, required: boolean): FieldKind {
  if (schema.const !== undefined && required) return 'fixed';
  if (schema.const === true) return 'flag';
  if (schema.const !== undefined || schema.enum !== undefined) return 'choice';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  return schema.format === 'password' || isSecretName(name) ? 'secret' : 'text';
}

/** Values of a choice, in their order. */
export function choicesOf({ enum: values, const: only }: FieldSchema): readonly string[] {
  return (values ?? [only]).map(String);
}
