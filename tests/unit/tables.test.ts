import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeTables } from '../../src/markdown/tables.ts';
import { hast, show } from './hast.ts';

test('heads of columns and rows have roles and scopes; alignment leaves no style attribute', () => {
  assert.equal(
    show(describeTables(hast('| 견줄 것 | 값 |\n| :-: | --: |\n| 커널 | `a` |'))),
    '<table className="tabular" role="table">' +
      '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">견줄 것</th><th role="columnheader" scope="col">값</th></tr></thead>' +
      '<tbody role="rowgroup"><tr role="row"><th role="rowheader" scope="row">커널</th><td role="cell"><code>a</code></td></tr></tbody></table>',
  );
});

test('what is no table is left alone', () => {
  const tree = hast('글 **x**\n\n- 하나');
  assert.equal(show(describeTables(tree)), show(tree));
});
