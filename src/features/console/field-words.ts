import type { FieldSchema } from '../../api/console.ts';
import { shellCharacters } from '../../domain/shell-characters.ts';
import { t } from '../../messages/t.ts';
import { sampleText } from './sample-text.ts';

/** Longer ones tell nobody anything. */
const longestPattern = 60;

/** One sentence that says what a parameter takes: `Brightness takes 0 to 255.` */
export function takesText(name: string, schema: FieldSchema): string {
  const rule = ruleText(schema);
  const spoken = /^[a-z]+$/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  if (schema.format === 'no-shell') {
    return t('console.takes.noShell', { name: spoken, characters: shellCharacters });
  }
  if (rule === '') return t('console.takes.other', { name: spoken });
  const exactly = schema.pattern === undefined ? '' : patternText(schema.pattern);
  if (exactly !== '' && exactly !== rule) {
    return t('console.takes.exactly', { name: spoken, rule, exactly });
  }
  return t('console.takes', { name: spoken, rule });
}

/** What a parameter takes, as it stands under its field; empty where everything goes. */
export function ruleText(schema: FieldSchema): string {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) {
    const rules = branches.map(ruleText).filter((rule) => rule !== '');
    return eitherText([...new Set(rules)]);
  }
  if (schema.const === true) return t('console.rule.bare');
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum !== undefined) return eitherText(schema.enum.map(String));
  if (schema.type === 'integer' || schema.type === 'number') return numberRule(schema);
  if (schema.pattern !== undefined) return sampleRule(schema.pattern);
  if (schema.maxLength !== undefined) return t('console.rule.length', { most: schema.maxLength });
  return '';
}

function sampleRule(pattern: string): string {
  const sample = sampleText(pattern);
  if (sample !== undefined) return t('console.rule.sample', { sample });
  return patternText(pattern) || t('console.rule.form');
}

/** The pattern itself, for whoever was refused; empty where it is too long to be read. */
function patternText(pattern: string): string {
  return pattern.length > longestPattern ? '' : t('console.rule.pattern', { pattern });
}

/** Limits of the number type itself say nothing. */
function numberRule({ minimum, maximum, type }: FieldSchema): string {
  const low = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (low !== undefined && high !== undefined) {
    return t('console.rule.range', { least: String(low), most: String(high) });
  }
  if (low !== undefined) return t('console.rule.atLeast', { least: String(low) });
  if (high !== undefined) return t('console.rule.atMost', { most: String(high) });
  return t(type === 'integer' ? 'console.rule.whole' : 'console.rule.number');
}

/** `0, 1 or 2`. */
function eitherText(values: readonly string[]): string {
  return new Intl.ListFormat(document.documentElement.lang || 'en', { type: 'disjunction' }).format(
    values,
  );
}
