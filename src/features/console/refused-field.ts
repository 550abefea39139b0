import type { FieldSchema } from '../../api/console.ts';
import type { SeenProblem } from '../../api/problem.ts';
import { takesText } from './field-words.ts';
import { type FieldErrors, fieldKey } from './form-values.ts';

/** The field that the proxy refused, in the same words as those of the form. */
export function refusedField(refusal: SeenProblem | null): FieldErrors {
  if (refusal?.reason !== 'invalid-input' || refusal.detail === undefined) return {};
  const { detail, rule } = refusal;
  const words = takesText(detail, (rule ?? {}) as FieldSchema);
  return { [fieldKey('query', detail)]: words, [fieldKey('body', detail)]: words };
}
