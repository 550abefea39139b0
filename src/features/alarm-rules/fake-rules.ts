import { vi } from 'vitest';
import type { RuleContent, RuleView } from '../../api/alarm-rules.ts';
import { routes } from '../../api/routes.ts';
import type { SendingPlaces } from '../../device-access/alarm-rules.ts';
import { newRule } from './rule-draft.ts';

export const ruleOf = (id: string, over: Partial<RuleView> = {}): RuleView => ({
  ...newRule,
  id,
  name: id,
  ...over,
});

/** A proxy that knows rules, and how often each would have raised. */
export class FakeRules {
  rules: RuleView[] = [];
  places: SendingPlaces = { devices: [] };
  readonly tried: RuleContent[] = [];
  trial = { sinceMs: 0, alarms: 14, looked: 200, whole: true };
  refuses: { readonly status: number; readonly body: object } | null = null;

  constructor() {
    vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => this.answer(path, init));
  }

  private async answer(path: string, { method = 'GET', body }: RequestInit): Promise<Response> {
    const sent = body === undefined ? null : (JSON.parse(String(body)) as RuleContent);
    if (path === routes.eventSendings) return Response.json(this.places);
    if (path === routes.alarmRuleTrial && sent !== null) {
      this.tried.push(sent);
      return Response.json(this.trial);
    }
    if (method === 'GET') return Response.json({ rules: this.rules });
    if (this.refuses !== null) {
      return Response.json(this.refuses.body, { status: this.refuses.status });
    }
    const id = path.slice(routes.alarmRules.length + 1);
    if (method === 'DELETE') {
      this.rules = this.rules.filter((rule) => rule.id !== id);
      return new Response(null, { status: 204 });
    }
    if (sent === null) throw new TypeError(`${method} ${path} without a body`);
    const saved = { ...sent, id: method === 'POST' ? 'made' : id };
    this.rules = [...this.rules.filter((rule) => rule.id !== saved.id), saved];
    return Response.json(saved);
  }
}
