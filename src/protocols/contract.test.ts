import { describe, expect, it } from 'vitest';
import { catalogue, protocolById } from './catalogue.ts';
import { type ContractTally, contractSuite } from './contract.ts';
import { fixturesById } from './contract-fixtures.ts';

const tally: ContractTally = { ran: 0, checks: 0, skipped: [] };

/** What devices of every other protocol answer when they are asked who they are. */
function foreignTo(id: string) {
  const others = Object.entries(fixturesById).filter(([other]) => other !== id);
  return Object.fromEntries(
    others.flatMap(([other, { recognised }]) =>
      Object.entries(recognised).map(([what, answer]) => [`${other}: ${what}`, answer]),
    ),
  );
}

for (const protocol of catalogue) {
  const fixtures = fixturesById[protocol.id];
  if (fixtures !== undefined) contractSuite(protocol, fixtures, foreignTo(protocol.id), tally);
}

describe('the catalogue', () => {
  it('has fixtures for each protocol, and no others', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(Object.keys(fixturesById).sort()).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(catalogue.map(({ name }) => name)).size).toBe(ids.length);
  });

  it('finds a protocol by its id', () => {
    for (const protocol of catalogue) expect(protocolById(protocol.id)).toBe(protocol);
    expect(protocolById('none')).toBeUndefined();
  });
});

describe('the contract suite', () => {
  it('ran every case but those skipped for a reason', () => {
    expect(tally.skipped).toEqual([
      'tsapi: picture settings of every channel: the document has no request for them',
      'securityspy-legacy: picture settings of every channel: the document has no request for them',
      'plain-stream: operations on cut replies: it calls no endpoint, only peeks at the address',
      'plain-stream: picture settings of every channel: a bare source has none',
      'plain-stream: abilities of every camera that turns: a bare source does not turn',
    ]);
    expect(tally.ran).toBe(85);
  });

  it('looked at thousands of things in them', () => {
    expect(tally.checks).toBeGreaterThan(2000);
  });
});
