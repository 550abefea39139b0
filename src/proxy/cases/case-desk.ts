import {
  type Case,
  type CaseChange,
  type CaseContent,
  type CaseItem,
  type CaseLine,
  type CaseQuery,
  mostCaseItems,
} from '../../api/cases.ts';
import type { Audit } from '../access/audit.ts';
import { authorize } from '../access/authorize.ts';
import type { PersonCaller } from '../access/caller.ts';
import { holdsWords } from '../bookmarks/fits-query.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import type { CaseStore, KeptCase, KeptCaseItem } from '../store/case-store.ts';
import { type CaseSources, entryOf, findItem, mayReachItem } from './case-items.ts';
import { type CaseAct, type CaseDeed, recordCase } from './record-case.ts';

/** More than people keep, and a bound for what a program could fill the disk with. */
const mostKept = 2000;
const mostListed = 200;
/** How long what was taken out can be put back. */
const removedKeptMs = 60 * 60_000;
const longestBeginning = 200;

export interface CaseParts extends CaseSources {
  readonly store: CaseStore;
  readonly audit: Pick<Audit, 'write'>;
  readonly publish: () => void;
  readonly now: () => number;
  /** Above how many it takes no more. */
  readonly most?: number;
  /** Above how many things one takes no more. */
  readonly mostItems?: number;
}

/**
 * What people gather of one matter. Whoever made a case may see it, and whoever may see everything
 * that was put into it; for all others it is not there.
 */
export class CaseDesk {
  readonly #parts: CaseParts;

  constructor(parts: CaseParts) {
    this.#parts = parts;
  }

  /** Looks into no more cases than it shows and hides. */
  async list(by: PersonCaller, { state, text = '', holds: wanted }: CaseQuery) {
    const { store } = this.#parts;
    const cases: CaseLine[] = [];
    for (const kept of await store.readAll()) {
      const fits = state === undefined || state === stateOf(kept);
      if (!fits || !holdsWords([kept.title, kept.text, kept.by.name].join('\n'), text)) continue;
      const holds = await store.readItems(kept.id);
      const isIn = wanted === undefined || holds.some(({ kind, id }) => `${kind}:${id}` === wanted);
      if (!isIn || !this.#isOpenTo(by, kept, holds)) continue;
      if (cases.length === mostListed) return { cases, more: true };
      cases.push(lineOf(kept, holds));
    }
    return { cases, more: false };
  }

  /** @throws RequestFault `not-found` */
  async one(by: PersonCaller, caseId: string): Promise<Case> {
    const { kept, holds } = await this.#reach(by, caseId);
    const entries: Case['entries'] = [];
    for (const item of holds) entries.push(await entryOf(by, item, this.#parts));
    return { ...kept, entries };
  }

  /** @throws RequestFault `conflict` where there is no room for another */
  async add(deed: CaseDeed, content: CaseContent): Promise<Case> {
    const { store, now, most = mostKept } = this.#parts;
    if ((await store.count()) >= most) throw new RequestFault('conflict', 'cases');
    const { id, name } = deed.by.person;
    const nowMs = now();
    const kept: KeptCase = {
      ...content,
      ...{ id: opaqueId(), by: { id, name }, createdAtMs: nowMs, changedAtMs: nowMs },
      ...{ revision: 1, closed: null },
    };
    await store.add(kept);
    await this.#note(deed, 'add', kept);
    return { ...kept, entries: [] };
  }

  /**
   * @throws RequestFault `conflict`: `changed` where somebody has written it since it was read,
   * `closed` where words of a closed one are changed
   */
  async change(deed: CaseDeed, caseId: string, change: CaseChange): Promise<Case> {
    const kept = await this.#own(deed.by, caseId);
    const { revision, state, ...content } = change;
    if (kept.revision !== revision) throw new RequestFault('conflict', 'changed');
    const isOther = content.title !== kept.title || content.text !== kept.text;
    if (isOther && state === 'closed' && kept.closed) throw new RequestFault('conflict', 'closed');
    const isMoved = state !== stateOf(kept);
    if (!isOther && !isMoved) return this.one(deed.by, caseId);
    const { id, name } = deed.by.person;
    const nowMs = this.#parts.now();
    const closing = { by: { id, name }, atMs: nowMs };
    const next: KeptCase = {
      ...{ ...kept, ...content, changedAtMs: nowMs, revision: revision + 1 },
      closed: state === 'open' ? null : (kept.closed ?? closing),
    };
    if (!(await this.#parts.store.change(next, revision))) {
      throw new RequestFault('conflict', 'changed');
    }
    if (isOther) await this.#note(deed, 'change', next);
    if (isMoved) await this.#note(deed, state === 'closed' ? 'close' : 'reopen', next);
    return this.one(deed.by, caseId);
  }

  /** With all that it holds, which itself stays where it is. */
  async remove(deed: CaseDeed, caseId: string): Promise<void> {
    const kept = await this.#own(deed.by, caseId);
    await this.#parts.store.remove(caseId);
    await this.#note(deed, 'remove', kept);
  }

  /**
   * What is in it already stays as it is.
   * @throws RequestFault `not-found`, with `item` where that is not there or not the caller's
   * business; `conflict` with `closed` or `items`
   */
  async addItem(deed: CaseDeed, caseId: string, item: CaseItem): Promise<Case> {
    const { mostItems = mostCaseItems, now } = this.#parts;
    const { kept, holds } = await this.#reachOpen(deed.by, caseId);
    if (holds.some((one) => isSame(one, item))) return this.one(deed.by, caseId);
    const { found: _, ...facts } = await this.#find(deed.by, item);
    if (holds.length >= mostItems) throw new RequestFault('conflict', 'items');
    const { id, name } = deed.by.person;
    const added = { ...item, ...facts, caseId, addedBy: { id, name }, addedAtMs: now() };
    await this.#keep(deed, 'item-add', kept, { ...added, removedAtMs: null });
    return this.one(deed.by, caseId);
  }

  async removeItem(deed: CaseDeed, caseId: string, item: CaseItem): Promise<void> {
    const { kept, holds } = await this.#reachOpen(deed.by, caseId);
    const found = holds.find((one) => isSame(one, item));
    if (!found) throw new RequestFault('not-found', 'item');
    this.#checkOwn(deed.by, kept.by.id, found.addedBy.id);
    const nowMs = this.#parts.now();
    await this.#keep(deed, 'item-remove', kept, { ...found, removedAtMs: nowMs });
    await this.#parts.store.forgetItems(nowMs - removedKeptMs);
  }

  /** Puts back what was taken out a moment ago, as it was. */
  async restoreItem(deed: CaseDeed, caseId: string, item: CaseItem): Promise<Case> {
    const { kept } = await this.#reachOpen(deed.by, caseId);
    const found = await this.#parts.store.readItem(caseId, item);
    if (!found || found.removedAtMs === null || !mayReachItem(deed.by, found, this.#parts)) {
      throw new RequestFault('not-found', 'item');
    }
    this.#checkOwn(deed.by, kept.by.id, found.addedBy.id);
    await this.#keep(deed, 'item-restore', kept, { ...found, removedAtMs: null });
    return this.one(deed.by, caseId);
  }

  async #reach(by: PersonCaller, caseId: string) {
    const { store } = this.#parts;
    const kept = await store.readOne(caseId);
    const holds = kept ? await store.readItems(caseId) : [];
    if (!kept || !this.#isOpenTo(by, kept, holds)) throw new RequestFault('not-found');
    return { kept, holds };
  }

  async #reachOpen(by: PersonCaller, caseId: string) {
    const reached = await this.#reach(by, caseId);
    if (reached.kept.closed) throw new RequestFault('conflict', 'closed');
    return reached;
  }

  async #own(by: PersonCaller, caseId: string): Promise<KeptCase> {
    const { kept } = await this.#reach(by, caseId);
    this.#checkOwn(by, kept.by.id);
    return kept;
  }

  /** @throws RequestFault `not-allowed` where it is another's doing */
  #checkOwn(by: PersonCaller, ...owners: readonly string[]): void {
    if (!owners.includes(by.person.id) && !authorize(by, 'supervise')) {
      throw new RequestFault('not-allowed');
    }
  }

  #isOpenTo(by: PersonCaller, kept: KeptCase, holds: readonly KeptCaseItem[]): boolean {
    return (
      kept.by.id === by.person.id || holds.every((item) => mayReachItem(by, item, this.#parts))
    );
  }

  async #find(by: PersonCaller, item: CaseItem) {
    try {
      return await findItem(by, item, this.#parts);
    } catch (fault) {
      const isAbsent = fault instanceof RequestFault && fault.fault === 'not-found';
      throw isAbsent ? new RequestFault('not-found', 'item') : fault;
    }
  }

  async #keep(deed: CaseDeed, act: CaseAct, kept: KeptCase, item: KeptCaseItem): Promise<void> {
    await this.#parts.store.saveItem(item, this.#parts.now());
    await this.#note(deed, act, kept, item);
  }

  async #note(deed: CaseDeed, act: CaseAct, kept: KeptCase, item?: CaseItem): Promise<void> {
    await recordCase(this.#parts.audit, deed, act, kept, item);
    this.#parts.publish();
  }
}

function stateOf({ closed }: KeptCase): CaseChange['state'] {
  return closed ? 'closed' : 'open';
}

function isSame(one: CaseItem, other: CaseItem): boolean {
  return one.kind === other.kind && one.id === other.id;
}

function lineOf(kept: KeptCase, holds: readonly KeptCaseItem[]): CaseLine {
  const { text, revision: _, ...line } = kept;
  const counts = { bookmark: 0, export: 0, alarm: 0 };
  for (const { kind } of holds) counts[kind] += 1;
  return { ...line, beginning: text.slice(0, longestBeginning), counts };
}
