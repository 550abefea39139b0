import { addGroup, misspelt, removable } from './guard-tours.ts';
import { allows, isFixed, optionsOf } from './parameter-rules.ts';
import { type ParameterTree, withoutRoot, writePairs } from './parameter-tree.ts';
import { bareText, failure, type RawReply, text } from './raw-reply.ts';

/** `param.cgi` (5.1.1). `hasPresets` tells whether a sequence point may be added (5.3.1.2). */
export function answerParam(
  tree: ParameterTree,
  query: URLSearchParams,
  hasPresets: () => boolean,
): RawReply {
  switch (query.get('action')) {
    case 'list':
      return list(tree, groupsOf(query));
    case 'options':
      return bareText(writePairs(optionsOf(tree.under('').map(([name]) => name))));
    case 'update':
      return update(tree, assignments(query));
    case 'add':
      return add(tree, query, hasPresets);
    case 'remove':
      return remove(tree, groupsOf(query));
    default:
      return failure('action must be list, options, update, add or remove');
  }
}

/** Repeated or joined with commas, with or without `root.`. */
function groupsOf(query: URLSearchParams): string[] {
  return query
    .getAll('group')
    .flatMap((group) => group.split(','))
    .map((group) => withoutRoot(group.trim()));
}

/** The pairs beside `action` and `group`, under the names that the tree has. */
function assignments(query: URLSearchParams): (readonly [string, string])[] {
  return [...query]
    .filter(([name]) => name !== 'action' && name !== 'group')
    .map(([name, value]) => [misspelt(withoutRoot(name)), value] as const);
}

function list(tree: ParameterTree, groups: readonly string[]): RawReply {
  const asked = groups.length === 0 ? [''] : groups;
  const parts = asked.map((group) => {
    const pairs = tree.under(group);
    return pairs.length === 0 ? `# Error: no parameter or group ${group}\n` : writePairs(pairs);
  });
  return bareText(parts.join(''));
}

function refusal(tree: ParameterTree, name: string, value: string): string | null {
  if (!tree.has(name)) return `no parameter ${name}`;
  if (isFixed(name)) return `${name} cannot be changed`;
  return allows(name, value) ? null : `invalid value for ${name}`;
}

/** All of it or, where one value is refused, nothing. */
function update(tree: ParameterTree, pairs: readonly (readonly [string, string])[]): RawReply {
  if (pairs.length === 0) return failure('no parameter given');
  for (const [name, value] of pairs) {
    const problem = refusal(tree, name, value);
    if (problem !== null) return failure(problem);
  }
  for (const [name, value] of pairs) tree.set(name, value);
  return text('OK\r\n');
}

function add(tree: ParameterTree, query: URLSearchParams, hasPresets: () => boolean): RawReply {
  const group = groupsOf(query)[0] ?? '';
  const added = addGroup(tree, group, hasPresets);
  if ('problem' in added) return failure(added.problem);
  // `GuardTour.G1.Tour.T.PresetNbr=3` speaks of the point that this request adds.
  const letter = added.name.replace(/\d+$/, '');
  const pairs = assignments(query).map(
    ([name, value]) =>
      [name.replace(`${group}.${letter}.`, `${group}.${added.name}.`), value] as const,
  );
  const problem = pairs.map(([name, value]) => refusal(tree, name, value)).find(Boolean);
  if (problem !== undefined && problem !== null) {
    tree.remove(`${group}.${added.name}`);
    return failure(problem);
  }
  for (const [name, value] of pairs) tree.set(name, value);
  return text(`${added.name} OK\r\n`);
}

function remove(tree: ParameterTree, groups: readonly string[]): RawReply {
  const wrong = groups.find((group) => !removable(group) || tree.under(group).length === 0);
  if (groups.length === 0 || wrong !== undefined)
    return failure(`cannot remove ${wrong ?? 'nothing'}`);
  for (const group of groups) tree.remove(group);
  return text('OK\r\n');
}
