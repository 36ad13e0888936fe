import { expect, test } from 'vitest';
import { textOddities } from '#shared/domain/textOddity.ts';

test.each([
  ['Google', []],
  ['Universität Köln', []],
  ['МГУ имени Ломоносова', []],
  ['МГУ Moscow', []],
  ['東京大学', []],
  ['👩‍🎓 Academy', []],
  ['दिल्ली विश्‍वविद्यालय', []],
  ['Gооgle', ['mixed-script']],
  ['Gοogle', ['mixed-script']],
  ['Acme\u202egnp', ['direction']],
  ['Goo\u200bgle', ['invisible']],
  ['Goo\u200dgle', ['invisible']],
])('%j has %j', (text, found) => expect(textOddities(text)).toEqual(found));
