import assert from 'node:assert/strict';
import {
  foremost,
  lastReload,
  maxReloads,
  neverCameUp,
  withPage,
  withReload,
  withStatus,
} from '../../extension/src/sessions/session';
import { statistics } from '../../extension/src/sessions/statistics';
import { pageLine } from '../../extension/src/sessions/pages';
import { info, page, result, session, status } from './samples';

describe('a session', () => {
  it('keeps the newest reloads only', () => {
    let one = session();
    for (let id = 1; id <= maxReloads + 5; id++) {
      one = withReload(one, { result: result({ id }), time: new Date(0) });
    }

    assert.equal(one.reloads.length, maxReloads);
    assert.equal(one.reloads[0]?.result.id, 6);
    assert.equal(lastReload(one)?.result.id, maxReloads + 5);
  });

  it('never came up when its start ended in an error, whatever else is known of it', () => {
    const starting = { ...withStatus(undefined, status({ state: 'building' })), info: info() };
    assert.equal(neverCameUp(starting), false);
    const failed = status({ state: 'error' });
    assert.equal(neverCameUp(withStatus(starting, failed)), true);
    assert.equal(neverCameUp(withStatus(withStatus(starting, status({ state: 'ready' })), failed)), false);
  });

  it('comes first when it needs the user, else when it changed last', () => {
    const [first, second] = [session({ session: 'a' }), session({ session: 'b' })];
    const held = session({ session: 'c', state: 'held' });
    const restart = session({ session: 'd', state: 'restartRequired' });
    assert.equal(foremost([first, second])?.id, 'b');
    assert.equal(foremost([held, first, second])?.id, 'c');
    assert.equal(foremost([held, restart, first])?.id, 'd');
    assert.equal(foremost([]), undefined);
  });
});

describe('the pages of a reload', () => {
  it('are told in a few words: how many, how many nodes, how long the slowest took', () => {
    assert.equal(pageLine([page(), page({ milliseconds: 12 })]), '2 pages updated, 14 nodes, 31 ms');
    assert.equal(pageLine([page({ action: 'reload' })]), '1 page loaded again');
    assert.equal(
      pageLine([page({ nodes: 1 }), page({ action: 'failed' })]),
      '1 page updated, 1 node, 31 ms, 1 page not updated',
    );
    assert.equal(pageLine([page({ action: 'interactive' })]), undefined);
  });

  it('belong to the reload that they name', () => {
    const one = withPage(session({}, result(), result({ id: 2 })), page({ lastReload: 2 }));
    assert.deepEqual(
      one.reloads.map(({ pages }) => pages?.length),
      [undefined, 1],
    );
  });
});

describe('statistics', () => {
  const taking = (total: number): ReturnType<typeof result> => result({ phases: { ...result().phases, total } });

  it('are of the reloads that changed the program', () => {
    const totals = [30, 10, 20].map(taking);
    assert.deepEqual(statistics(session({}, ...totals, result({ outcome: 'held' }))), {
      count: 3,
      median: 20,
      p95: 30,
    });
  });

  it('name the value that 95 of 100 do not exceed', () => {
    const totals = Array.from({ length: 100 }, (_, index) => taking(100 - index));
    assert.deepEqual(statistics(session({}, ...totals)), { count: 100, median: 50, p95: 95 });
  });

  it('are missing before the first reload', () => {
    assert.equal(statistics(session()), undefined);
  });
});
