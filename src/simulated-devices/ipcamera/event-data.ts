import { type Contacts, contactStatus } from './contacts.ts';
import type { ParameterTree } from './parameter-tree.ts';
import type { FaceBox } from './passers-by.ts';
import type { Sights } from './sights.ts';

export interface EventSources {
  readonly tree: ParameterTree;
  readonly contacts: Contacts;
  readonly sights: Sights;
  readonly findsFaces: boolean;
}

type Fields = readonly (readonly [name: string, value: string | number])[];

interface Group {
  /** The query's name for a choice of fields. */
  readonly parameter: string;
  /** Names that may be chosen beside those of `fields`. */
  readonly others?: readonly string[];
  fields(sources: EventSources): Fields;
}

const flag = (value: boolean): number => (value ? 1 : 0);
const isEnabled = ({ tree }: EventSources, event: string): boolean =>
  tree.get(`Event.${event}.Enabled`) === 'yes';

/** Its threshold is the level of its window; a disabled one says nothing more. */
function motion(event: string, window: number): Group {
  return {
    parameter: 'MotionParam',
    others: ['Level', 'Sensitivity', 'Triggered'],
    fields: (sources) => {
      if (!isEnabled(sources, event)) return [['Enabled', 0]];
      const level = sources.sights.motionLevel(window);
      const threshold = Number(sources.tree.get(`Motion.M${window}.Level`));
      return [
        ['Enabled', 1],
        ['Level', level],
        ['Sensitivity', sources.tree.get(`Motion.M${window}.Sensitivity`)],
        ['Triggered', flag(level > threshold)],
      ];
    },
  };
}

const rounded = (value: number): string => String(Math.round(value * 1000) / 1000);

/** `2 0.5_0.4_0.2_0.3,0.8_0.1_0.2_0.3`, or `0`. */
function faceText(faces: readonly FaceBox[]): string {
  const boxes = faces.map(({ x, y, width, height }) =>
    [x, y, width, height].map(rounded).join('_'),
  );
  return boxes.length === 0 ? '0' : `${boxes.length} ${boxes.join(',')}`;
}

/** The groups of 5.4.2 with the events behind them. */
const groups: Readonly<Record<string, Group>> = {
  Motion: motion('E1', 0),
  Motion1: motion('E10', 1),
  Motion2: motion('E11', 2),
  Motion3: motion('E12', 3),
  IO: { parameter: 'IOParam', fields: ({ contacts }) => [['Status', contactStatus(contacts)]] },
  T0: {
    parameter: 'TamperingParam',
    others: ['Triggered'],
    fields: (sources) =>
      isEnabled(sources, 'E2')
        ? [
            ['Enabled', 1],
            ['Triggered', flag(sources.sights.tampered)],
          ]
        : [['Enabled', 0]],
  },
  Face: {
    parameter: 'FaceParam',
    others: ['H264_Face', 'H264_2_Face', 'H264_3_Face', 'H264_4_Face', 'Mjpeg_Face'],
    fields: (sources) =>
      isEnabled(sources, 'E14')
        ? [
            ['Enabled', 1],
            ['H264_Face', faceText(sources.sights.faces)],
            ['H264_2_Face', faceText(sources.sights.faces)],
          ]
        : [['Enabled', 0]],
  },
};

/** The groups that are asked for, in order, and the fields of those where only some are. */
export interface EventQuestion {
  readonly names: readonly string[];
  readonly chosen: ReadonlyMap<string, readonly string[]>;
}

const list = (text: string | null): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

export function readQuestion(
  sources: EventSources,
  query: URLSearchParams,
): EventQuestion | { readonly problem: string } {
  const known = Object.keys(groups).filter((name) => name !== 'Face' || sources.findsFaces);
  const asked = list(query.get('group'));
  const names = asked.length === 0 ? known : asked;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return { problem: `no group ${unknown}` };
  const chosen = new Map<string, string[]>();
  for (const name of names) {
    const group = groups[name];
    if (group === undefined || !query.has(group.parameter)) continue;
    // The tables print `Enable` where their own descriptions and samples have `Enabled`.
    const fields = list(query.get(group.parameter)).map((one) =>
      one === 'Enable' ? 'Enabled' : one,
    );
    const possible = [...(group.others ?? []), ...(name === 'IO' ? ['Status'] : ['Enabled'])];
    const wrong = fields.find((field) => !possible.includes(field));
    if (wrong !== undefined) return { problem: `no ${group.parameter} ${wrong}` };
    chosen.set(name, fields);
  }
  return { names, chosen };
}

/**
 * One line for each group. `space` goes behind the last semicolon, where the samples of `monitor`
 * have one; a line that ends with boxes of faces has no semicolon there.
 */
export function writeEvents(
  sources: EventSources,
  question: EventQuestion,
  space: '' | ' ',
): string {
  return question.names
    .map((name) => {
      const wanted = question.chosen.get(name);
      const fields = (groups[name]?.fields(sources) ?? []).filter(
        ([field]) => wanted === undefined || wanted.includes(field),
      );
      const line = fields.map(([field, value]) => `${field}=${value}`).join(';');
      const end = String(fields.at(-1)?.[1] ?? '').includes('_') ? '' : `;${space}`;
      return `${name}:${line}${end}\r\n`;
    })
    .join('');
}
