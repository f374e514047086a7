import assert from 'node:assert/strict';
import { shift } from '../../extension/src/editor/lines';
import { type Mark, marksOf, withCalls, withEdit, withResult } from '../../extension/src/editor/marks';
import { diagnostic, member, result } from './samples';

const kinds = (marks: readonly Mark[]): string[] => marks.map(({ line, kind, text }) => `${line} ${kind} ${text}`);

describe('gutter marks', () => {
  it('are at the first line of each member that the program has taken', () => {
    const removed = member({ name: 'Gone', change: 'removed' });
    assert.deepEqual(kinds(withResult([], result({ members: [member(), removed] }))), ['4 applied Shop.Total()']);
  });

  it('say "pending" while a module is not loaded', () => {
    const module = { moduleId: 'm', assemblyName: 'Shop', outcome: 'pending', copies: 0, error: null } as const;
    const times = { transportMilliseconds: 0, applyMilliseconds: 0, handlersMilliseconds: 0 };
    const process = {
      processId: 1,
      modules: [module],
      handlerFailures: [],
      error: null,
      succeeded: true,
      watchesCalls: true,
      state: { types: [], checks: [], seen: 0, complete: true, milliseconds: 0 },
      pages: 0,
      ...times,
    };
    assert.deepEqual(kinds(withResult([], result({ processes: [process] }))), ['4 pending Shop.Total()']);
  });

  it('tell what the program has called from what it has not', () => {
    const two = [member({ calls: 'notYet' }), member({ name: 'Shop.Add()', calls: 'notYet', range: at(9) })];
    const applied = withResult([], result({ members: two }));
    assert.deepEqual(kinds(applied), ['4 uncalled Shop.Total()', '9 uncalled Shop.Add()']);
    const called = { session: 'session-1', reload: 1, members: [member({ calls: 'called' })] };
    assert.deepEqual(kinds(withCalls(applied, called)), ['4 running Shop.Total()', '9 uncalled Shop.Add()']);
    assert.deepEqual(withCalls(applied, { ...called, session: 'session-2' }), applied);
  });

  it('stay through a reload of something else, and move with their member', () => {
    const first = withResult([], result());
    const other = withResult(first, result({ members: [member({ name: 'Shop.Add()' })] }));
    const again = withResult(other, result({ members: [member({ range: at(9) })] }));
    assert.deepEqual(kinds(again), ['4 applied Shop.Add()', '9 applied Shop.Total()']);
  });

  it('show what needs a restart until the next result', () => {
    const refused = withResult(
      withResult([], result()),
      result({
        outcome: 'restartRequired',
        diagnostics: [diagnostic({ code: 'ENC0023', message: 'Why', range: at(2) })],
      }),
    );
    assert.deepEqual(kinds(refused), ['4 applied Shop.Total()', '2 restart Why']);
    assert.deepEqual(kinds(withResult(refused, result({ outcome: 'noChange' }))), ['4 applied Shop.Total()']);
  });

  it('vanish with a restart, and only those of the session that restarted', () => {
    const both = withResult(withResult([], result()), result({ session: 'session-2' }));
    assert.equal(withResult(both, result({ outcome: 'restarted' })).length, 1);
  });

  it('stay while text is held', () => {
    assert.equal(withResult(withResult([], result()), result({ outcome: 'held' })).length, 1);
  });

  it('are one a line, and what needs a restart comes first', () => {
    const refusal = diagnostic({ code: 'ENC0014', message: 'Why', range: at(4) });
    const marks = withResult(withResult([], result()), result({ outcome: 'restartRequired', diagnostics: [refusal] }));
    assert.deepEqual(kinds(marksOf(marks, '/shop/Shop.cs')), ['4 restart Why']);
    assert.deepEqual(marksOf(marks, '/shop/Cart.cs'), []);
  });

  it('move with the lines above them, in their own file only', () => {
    const marks = withResult([], result());
    assert.equal(withEdit(marks, '/shop/Shop.cs', [{ start: 0, end: 0, added: 3 }])[0]?.line, 7);
    assert.equal(withEdit(marks, '/shop/Cart.cs', [{ start: 0, end: 0, added: 3 }])[0]?.line, 4);
  });
});

describe('a line', () => {
  it('stays before a change, moves after it, and keeps its place in text that replaces it', () => {
    const change = { start: 5, end: 8, added: 1 };
    assert.deepEqual(
      [3, 5, 7, 8, 9, 20].map((line) => shift(line, change)),
      [3, 5, 6, 6, 7, 18],
    );
  });
});

function at(line: number): ReturnType<typeof member>['range'] {
  return { start: { line, character: 0 }, end: { line, character: 5 } };
}
