import assert from 'node:assert/strict';
import { escape, tooltip } from '../../extension/src/status/tooltip';
import { member, page, recovery, result, session } from './samples';

describe('the tooltip', () => {
  it('offers a start where nothing runs', () => {
    assert.match(tooltip([], ''), /is off[^]*\[Start\]\(command:hotReload\.start\)/);
  });

  it('says why the server does not run', () => {
    assert.match(tooltip([session()], 'No .NET SDK was found.'), /^No \.NET SDK was found\./);
  });

  it('has the phases, the figures of the session, the members and the state', () => {
    const slow = result({ id: 2, phases: { ...result().phases, total: 80 } });
    const text = tooltip([session({ generation: 2 }, result(), slow)], '');
    assert.match(text, /\*\*Shop\*\* · applies on save · generation 2/);
    assert.match(text, /\| 0\.2 \| 3\.0 \| 5\.0 \| 1\.0 \| 2\.0 \| 0\.5 \| 80\.0 \|/);
    assert.match(text, /2 applied: median 12\.4 ms, 95 of 100 within 80\.0 ms/);
    assert.match(text, /`Shop\.Total\(\)` updated/);
    assert.match(text, /State: kept/);
  });

  it('names the types whose state was not kept', () => {
    const state = { fate: 'defaulted', types: [{ type: 'Cart', fate: 'defaulted', reason: null }] } as const;
    assert.match(tooltip([session({}, result({ state }))], ''), /State: defaulted \(`Cart` defaulted\)/);
  });

  it('counts the objects whose state was brought to a new shape', () => {
    const types = [
      { type: 'Cart', fate: 'migrated', reason: 'new fields', objects: 2 },
      { type: 'Shop', fate: 'kept', reason: null },
    ] as const;
    const text = tooltip([session({}, result({ state: { fate: 'migrated', types } }))], '');
    assert.match(text, /State: migrated \(`Cart` migrated in 2 objects\)/);
  });

  it('says for how many types it is verified that their state was kept, and for which it is not', () => {
    const types = [
      { type: 'Cart', fate: 'kept', reason: null, check: 'same' },
      { type: 'Shop', fate: 'kept', reason: null, check: 'none' },
      { type: 'Visits', fate: 'kept', reason: 'changed meanwhile', check: 'changed' },
    ] as const;
    assert.match(
      tooltip([session({}, result({ state: { fate: 'kept', types } }))], ''),
      /State: kept \(verified for 1 type, `Visits` kept, not verified\)/,
    );
  });

  it('says what the open pages have made of it', () => {
    const one = session({}, result());
    const reloads = one.reloads.map((reload) => ({ ...reload, pages: [page()] }));
    assert.match(tooltip([{ ...one, reloads }], ''), /1 page updated, 7 nodes, 31 ms/);
  });

  it('says what was mended last without the user', () => {
    const text = tooltip([{ ...session(), recoveries: [recovery()] }], '');
    assert.match(text, /It is started again \\\(1 of 3\\\)\. \[Recoveries\]\(command:hotReload\.showRecoveries\)/);
  });

  it('offers to roll back what can be', () => {
    const back = result({ id: 2, cause: 'rollback' });
    assert.match(tooltip([session({}, result())], ''), /\[Roll Back\]\(command:hotReload\.rollback\)/);
    assert.doesNotMatch(tooltip([session({}, result(), back)], ''), /Roll Back/);
    assert.doesNotMatch(tooltip([session({}, result({ outcome: 'held' }))], ''), /Roll Back/);
  });

  it('names five members and counts the others', () => {
    const members = Array.from({ length: 8 }, (_, index) => member({ name: `M${index}` }));
    assert.match(tooltip([session({}, result({ members }))], ''), /`M4` updated and 3 more/);
  });

  it('offers to resume what is paused', () => {
    assert.match(tooltip([session({ paused: true })], ''), /paused[^]*\[Resume\]\(command:hotReload\.resume\)/);
  });

  it('tells of every session', () => {
    const other = { ...session({ session: 'session-2' }), info: undefined };
    assert.match(tooltip([session(), other], ''), /\*\*Shop\*\*[^]*\*\*session-2\*\*/);
  });

  it('shows a compiler’s angle brackets as they are', () => {
    assert.equal(escape('List<int> [x](y)'), 'List\\<int\\> \\[x\\]\\(y\\)');
  });
});
