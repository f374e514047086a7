import assert from 'node:assert/strict';
import type { SessionState } from '../../extension/src/protocol';
import { milliseconds, statusText } from '../../extension/src/status/statusText';
import { diagnostic, result, session } from './samples';

const text = (...args: Parameters<typeof statusText>): string => statusText(...args).text;

describe('the status item', () => {
  it('offers a start where nothing runs', () => {
    assert.deepEqual(statusText('running', undefined, false), {
      text: '$(flame) Hot Reload',
      label: 'Hot Reload: start',
      command: 'hotReload.start',
    });
  });

  it('says that the server is lost, in more than colour, and restarts it with a click', () => {
    const lost = statusText('failed', session(), false);
    assert.equal(lost.text, '$(error) Hot Reload lost');
    assert.equal(lost.background, 'error');
    assert.equal(lost.command, 'hotReload.restartServer');
  });

  it('is live before the first reload', () => {
    assert.equal(text('running', session(), false), '$(flame) Live');
    assert.equal(text('running', session({ state: 'warming' }), false), '$(flame) Live');
  });

  it('tells the milliseconds of a reload until the next one', () => {
    const applied = session({}, result());
    assert.equal(text('running', applied, false), '$(flame) 12 ms');
    assert.equal(
      text('running', { ...applied, status: { ...applied.status, state: 'compiling' } }, false),
      '$(flame) 12 ms',
    );
  });

  it('spins only for a reload that takes its time', () => {
    assert.equal(text('running', session({ state: 'applying' }), true), '$(loading~spin) Live');
  });

  it('tells no change and a restart', () => {
    assert.equal(text('running', session({}, result({ outcome: 'noChange' })), false), '$(flame) No change');
    assert.equal(text('running', session({}, result({ outcome: 'restarted' })), false), '$(flame) Restarted 12 ms');
  });

  it('counts the errors that hold a reload back, and leads to them', () => {
    const warning = diagnostic({ severity: 'warning' });
    const one = result({ outcome: 'held', diagnostics: [diagnostic(), warning] });
    const two = result({ outcome: 'held', diagnostics: [diagnostic(), diagnostic()] });
    assert.equal(text('running', session({ state: 'held' }, one), false), '$(flame) 1 error');
    assert.equal(text('running', session({ state: 'held' }, two), false), '$(flame) 2 errors');
    assert.equal(
      statusText('running', session({ state: 'held' }, two), false).command,
      'workbench.actions.view.problems',
    );
  });

  it('says "held" where no error is the reason', () => {
    const held = result({ outcome: 'held', message: 'A file is out of step.', diagnostics: [] });
    assert.equal(text('running', session({ state: 'held' }, held), false), '$(flame) Held');
  });

  it('asks for a restart with a warning', () => {
    const needed = statusText('running', session({ state: 'restartRequired' }), false);
    assert.deepEqual(
      [needed.text, needed.background, needed.command],
      ['$(debug-restart) Restart', 'warning', 'hotReload.restart'],
    );
  });

  it('shows a pause above the last result', () => {
    assert.equal(text('running', session({ paused: true }, result()), false), '$(debug-pause) Paused');
  });

  it('has a text and a label for every state', () => {
    const states: SessionState[] = [
      ...(['off', 'starting', 'building', 'warming', 'ready', 'compiling', 'applying'] as const),
      ...(['pending', 'held', 'restartRequired', 'restarting', 'exited', 'error'] as const),
    ];
    for (const state of states) {
      const shown = statusText('running', session({ state }), false);
      assert.match(shown.text, /^\$\([a-z~-]+\) \w/);
      assert.match(shown.label, /^Hot Reload/);
    }
  });

  it('rounds to what can be read at a glance', () => {
    assert.deepEqual([0.2, 8.4, 999.6, 9_999, 12_340].map(milliseconds), [
      '1 ms',
      '8 ms',
      '1000 ms',
      '9999 ms',
      '12.3 s',
    ]);
  });
});
