import assert from 'node:assert/strict';
import type { Node } from '../../extension/src/views/node';
import { sessionNode } from '../../extension/src/views/nodes';
import { recoveryReport } from '../../extension/src/views/recoveryReport';
import { report } from '../../extension/src/views/report';
import { diagnostic, member, page, recovery, result, session, snapshot } from './samples';

const time = new Date(2026, 10, 20, 12, 3, 4);

describe('the tree', () => {
  it('has a session’s processes and its reloads, the newest first', () => {
    const node = sessionNode(session({ processes: [41, 42] }, result(), result({ id: 2, outcome: 'held' })));
    assert.equal(node.label, 'Shop');
    assert.equal(node.description, 'live');
    assert.deepEqual(
      node.children().map(({ label }) => label),
      ['Process 41', 'Process 42', '12:03:04 held · 12 ms', '12:03:04 applied · 12 ms'],
    );
  });

  it('has members and diagnostics under their reload, each with its place', () => {
    const node = reload(result({ members: [member()], diagnostics: [diagnostic()] }));
    assert.equal(node.description, 'Shop.cs · state kept');
    assert.deepEqual(
      node.children().map(({ label, description, place }) => [label, description, place?.range.start.line]),
      [
        ['Shop.Total()', 'method updated · Shop.cs:5', 4],
        ['CS1031 Type expected', 'Shop.cs:5', 4],
      ],
    );
  });

  it('has the types whose state is not what it was, or verified to be', () => {
    const types = [
      { type: 'Cart', fate: 'migrated', reason: 'new fields got their value', objects: 1 },
      { type: 'Shop', fate: 'kept', reason: null },
      { type: 'Pages', fate: 'kept', reason: null, check: 'same' },
    ] as const;
    const node = reload(result({ members: [], state: { fate: 'migrated', types } }));
    assert.deepEqual(
      node.children().map(({ kind, label, description, tooltip }) => [kind, label, description, tooltip]),
      [
        ['state', 'Cart', 'state migrated in 1 object', 'new fields got their value'],
        ['state', 'Pages', 'state kept, verified', ''],
      ],
    );
  });

  it('has the pages under their reload, with a warning where one is not as it should be', () => {
    const pages = [page(), page({ path: '/form', action: 'told', nodes: 0, message: 'It answers a sent form.' })];
    const root = sessionNode({ ...session(), reloads: [{ result: result({ members: [] }), time, pages }] });
    const node = root.children().find(({ kind }) => kind === 'reload') ?? assert.fail('no reload in the tree');
    assert.match(node.description, /state kept · 1 page updated, 7 nodes, 31 ms, 1 page not updated/);
    assert.deepEqual(
      node.children().map((one) => [one.label, one.description, one.icon, one.tooltip]),
      [
        ['/', 'changed in place · 7 nodes · 31 ms', 'browser', ''],
        ['/form', 'left as it is · 31 ms', 'warning', 'It answers a sent form.'],
      ],
    );
  });

  it('has what was mended by itself, the newest first, under one node', () => {
    const held = recovery({ id: 2, step: 'hold', outcome: 'held', milliseconds: 0, message: 'It crashed again.' });
    const node = sessionNode({ ...session(), recoveries: [recovery(), held] });
    const list = node.children().find(({ kind }) => kind === 'recoveries') ?? assert.fail('no recoveries in the tree');
    assert.equal(list.description, '2');
    assert.deepEqual(
      list.children().map((one) => [one.label.slice(9), one.description, one.icon, one.tooltip]),
      [
        ['program crashed', 'left alone until the next change', 'circle-slash', 'It crashed again.'],
        ['program crashed', 'program started again · recovered · 520 ms', 'pass', 'It is started again (1 of 3).'],
      ],
    );
  });

  it('has no such node where nothing had to be', () => {
    assert(
      !sessionNode(session())
        .children()
        .some(({ kind }) => kind === 'recoveries'),
    );
  });

  it('has the snapshots of marked state, the newest first, under one node', () => {
    const snapshots = [snapshot(), snapshot({ id: 2, reload: 0, reason: 'manual', objects: 1 })];
    const node = sessionNode({ ...session(), snapshots: { snapshots, current: 2 } });
    const list = node.children().find(({ kind }) => kind === 'snapshots') ?? assert.fail('no snapshots in the tree');
    assert.equal(list.description, '2');
    assert.deepEqual(
      list.children().map((one) => [one.kind, one.session, one.snapshot, one.description, one.tooltip]),
      [
        ['snapshot', 'session-1', 2, 'taken by hand · current', '1 object, 200 bytes'],
        ['snapshot', 'session-1', 1, 'after reload 1', '3 objects, 200 bytes'],
      ],
    );
    assert.equal(
      sessionNode(session())
        .children()
        .some(({ kind }) => kind === 'snapshots'),
      false,
    );
  });

  it('leads nowhere for what is no longer there', () => {
    assert.equal(reload(result({ members: [member({ change: 'removed' })] })).children()[0]?.place, undefined);
  });

  it('gives everything an id of its own', () => {
    const same = [member(), member()];
    const root = sessionNode(session({}, result({ members: same }), result({ id: 2, members: same })));
    const ids = (node: Node): string[] => [node.id, ...node.children().flatMap(ids)];
    assert.equal(new Set(ids(root)).size, ids(root).length);
  });

  function reload(one: ReturnType<typeof result>): Node {
    const found = sessionNode(session({}, one))
      .children()
      .find(({ kind }) => kind === 'reload');
    return found ?? assert.fail('no reload in the tree');
  }
});

describe('the report', () => {
  it('tells the whole story', () => {
    const text = report({ time, result: result({ diagnostics: [diagnostic({ message: 'List<int> expected' })] }) });
    assert.match(text, /^# Reload 1 of session-1: applied/);
    assert.match(text, /\| emit \| 5\.00 \|/);
    assert.match(text, /updated: method `Shop\.Total\(\)`, \[Shop\.cs:5\]\(file:\/\/\/shop\/Shop\.cs#L5\)/);
    assert.match(text, /error CS1031.*List\\<int\\> expected/);
    assert.match(text, /Within its target/);
  });

  it('leaves out what there is nothing to say of', () => {
    assert.doesNotMatch(report({ time, result: result() }), /## Diagnostics|## Processes/);
  });

  it('says what a process did not take', () => {
    const untouched = { types: [], checks: [], seen: 0, complete: true, milliseconds: 0 };
    const times = { transportMilliseconds: 1, applyMilliseconds: 1, handlersMilliseconds: 0 };
    const process = {
      processId: 7,
      modules: [],
      handlerFailures: [],
      error: 'it ended',
      succeeded: false,
      state: untouched,
      pages: 0,
      ...times,
    };
    assert.match(
      report({ time, result: result({ outcome: 'failed', processes: [process] }) }),
      /- 7 did not take it: it ended/,
    );
  });
});

describe('the report of recoveries', () => {
  it('has a row for each, the newest first, with program, fault, step and page', () => {
    const page = recovery({
      id: 2,
      session: 'session-2',
      fault: 'pageUnsteady',
      step: 'retry',
      page: '/a|b',
      outcome: 'running',
      milliseconds: null,
    });
    const rows = recoveryReport([recovery(), page], (id) => (id === 'session-1' ? 'Shop' : id))
      .split('\n')
      .slice(4);
    assert.match(
      rows[0] ?? '',
      /\| session-2 \| page lost its connection again and again \\\(\/a\\\|b\\\) \| tried again · running \|/,
    );
    assert.match(
      rows[1] ?? '',
      /\| Shop \| program crashed \| program started again · recovered · 520 ms \| It is started again/,
    );
  });

  it('says so where there was nothing to mend', () => {
    assert.match(recoveryReport([], String), /Nothing had to be mended/);
  });
});
