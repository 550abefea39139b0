import { z } from 'zod';

/** Camera parameters that stand in a query under names of their own, such as `Time.TimeZone`. */
export interface NamedParameters {
  /** What such a name looks like to a person. */
  readonly title: string;
  readonly name: RegExp;
  readonly value: z.ZodType<string | number>;
}

const plainName = '[A-Za-z]\\w{0,63}(?:\\.\\w{1,64}){1,11}';

/** Names "must be entered exactly as named": with their group, and without `root.` (5.1.1.4). */
export function namesOtherThan(group: string): RegExp {
  return new RegExp(`^(?!(?:root|${group})\\.)${plainName}$`);
}

export function namesWithin(group: string): RegExp {
  return new RegExp(`^${group}(?:\\.\\w{1,64}){1,11}$`);
}

/**
 * A query of documented fields and of parameters that only the device knows by name. Any other name
 * is refused, as a strict object would: its JSON schema says so with `patternProperties`.
 * @param least how many named parameters there have to be
 */
export function queryWithNamed(
  fields: Readonly<Record<string, z.ZodType>>,
  named: readonly NamedParameters[],
  least: 0 | 1,
): z.ZodObject {
  const patterns = named.map(({ title, name, value }) => [
    name.source,
    { ...z.toJSONSchema(value, { io: 'input' }), title, $schema: undefined },
  ]);
  return z
    .object(fields)
    .catchall(z.union([z.string(), z.number()]))
    .superRefine((query, context) => {
      const extra = Object.entries(query).filter(([name]) => !Object.hasOwn(fields, name));
      for (const [name, value] of extra) {
        const rule = named.find((one) => one.name.test(name));
        const read = rule?.value.safeParse(value);
        if (read?.success) continue;
        const message = read?.error.issues[0]?.message ?? 'No parameter has such a name';
        context.addIssue({ code: 'custom', path: [name], message });
      }
      if (extra.length < least) {
        context.addIssue({ code: 'custom', message: 'At least one parameter is needed' });
      }
    })
    .meta({
      patternProperties: Object.fromEntries(patterns),
      additionalProperties: false,
      ...(least === 0 ? {} : { minProperties: Object.keys(fields).length + least }),
    });
}
