import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlText } from '../../../src/fhir/decode/note/html.ts';
import { TooDeep } from '../../../src/fhir/decode/note/extraction.ts';

const shown = (html: string) => htmlText(html).text;
const blocks = (html: string) => { const { text, blocks: found } = htmlText(html); return found.map((b) => `${b.kind}: ${text.slice(b.start, b.end)}`); };

describe('the text that a reader of the page would see', () => {
  test.each([
    ['<p>Chest pain</p><p>No dyspnea</p>', 'Chest pain\n\nNo dyspnea'],
    ['BP 140/90<br>HR 72<br/>RR 16', 'BP 140/90\nHR 72\nRR 16'],
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    ['A1c\n   7.2\t%', 'A1c 7.2 %'],
    ['dia<b>bet</b>es', 'diabetes'],
    ['a <b> b </b> c', 'a b c'],
    ['Tom &amp; Jerry &lt;3 caf&eacute; &#x2265;30', 'Tom & Jerry <3 café ≥30'],
    ['5&nbsp;mg&nbsp;&nbsp;daily', '5 mg daily'],
    ['hyper&shy;tension and dia\u00adbetes', 'hypertension and diabetes'],
    ['<table><tr><th>BMI</th><td>31.4</td></tr><tr><td><p>A1c</p></td><td><p>7.2</p></td></tr></table>', 'BMI\t31.4\nA1c\t7.2'],
    ['<table><tr><th></th><th>Yes</th><th>No</th></tr><tr><td>Gout</td><td></td><td>x</td></tr><tr><td>Falls</td><td>x</td><td></td></tr></table>After', '\tYes\tNo\nGout\t\tx\nFalls\tx\n\nAfter'],
    ['<p>Before</p><table><tr><td></td><td><p>Yes</p></td></tr><tr><td></td><td></td></tr></table><p>After</p>', 'Before\n\n\tYes\n\nAfter'],
    ['<ol><li>HTN<li><p>DM2</p><ul><li>A1c</ul></li><li></li></ol>Next', '1. HTN\n2. DM2\n\nA1c\n\nNext'],
    ['<ol start=4><li>HTN</li><li value="7">DM2</li><li>Gout</li></ol>', '4. HTN\n7. DM2\n8. Gout'],
    ['<ul><li>HTN<li>DM2</ul>Next', 'HTN\nDM2\n\nNext'],
    ['<pre>line 1\n  line 2\r\nline 3</pre>', 'line 1\n  line 2\nline 3'],
    ['<![CDATA[x < y]]> z', 'x < y z'],
    ['<input type="checkbox" checked>Fever <input type=checkbox>Cough', '[x] Fever [ ] Cough'],
    ['<select><option>None<option selected>Mild</select>', 'Mild'],
    ['<p>unclosed <b>bold <i>both</p> after', 'unclosed bold both\n\nafter'],
    ['', ''], ['   \n ', ''], ['<p></p><div> </div>', ''],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ])('%j is %j', (html, text) => { expect(shown(html)).toBe(text); });

  test.each([
    '<script>SECRET</script>', '<style>SECRET</style>', '<!-- SECRET -->', '<title>SECRET</title>', '<template>SECRET</template>', '<noscript>SECRET</noscript>',
    '<span hidden>SECRET</span>', '<p style="display: none">SECRET</p>', '<p style="color:red;visibility:hidden">SECRET <b>SECRET</b></p>', '<iframe>SECRET</iframe>',
    '<del>SECRET</del>', '<s>SECRET</s>', '<span style="text-decoration: underline line-through">SECRET</span>', '<svg><text>SECRET</text></svg>', '<script>if (a < b) { "</p>" } SECRET',
    '<a title="SECRET" href="SECRET"></a>', '<div style="DISPLAY:NONE"><table><tr><td>SECRET</table></div>', '<?php SECRET ?>', '<SCRIPT\n>SECRET</SCRIPT\n>',
  ])('nothing of %s', (html) => { expect(shown(`<p>kept ${html}</p>`)).not.toContain('SECRET'); expect(shown(`<p>kept ${html}</p>`)).toContain('kept'); });

  test('blocks with their kinds', () => {
    expect(blocks('<h2>Assessment</h2><p>Obesity, <b>class 1</b>.</p><ul><li>diet</li><li><p>exercise</p></li></ul><table><tr><td>BMI</td><td>31.4</td></tr></table><p><b>Plan:</b></p><div>Return</div>')).toEqual([
      'heading: Assessment', 'paragraph: Obesity, class 1.', 'list-item: diet', 'list-item: exercise', 'table-cell: BMI', 'table-cell: 31.4', 'heading: Plan:', 'paragraph: Return',
    ]);
  });

  test('the source map leads each word back to the source', () => {
    const html = '<p>Tom &amp; <b>Jerry</b>\n  left</p>';
    const { text, sourceMap } = htmlText(html);
    expect(sourceMap.map((s) => [text.slice(s.start, s.end), html.slice(s.from, s.to)])).toEqual([
      ['Tom ', 'Tom '], ['&', '&amp;'], [' ', ' '], ['Jerry', 'Jerry'], [' ', '\n  '], ['left', 'left'],
    ]);
  });

  test('a document nested beyond reason is refused', () => { expect(() => htmlText('<div>'.repeat(200_000))).toThrow(TooDeep); });

  test('5 MB are read', () => {
    const html = '<p>Blood pressure 142/91 &amp; stable, see <b>plan</b>.</p>\n'.repeat(90_000);
    expect(htmlText(html).blocks).toHaveLength(90_000);
  });
});

const TAGS = ['p', 'div', 'b', 'ul', 'li', 'table', 'tr', 'td', 'h2', 'span', 'pre', 'a', 'section', 'em'];
const piece: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('fever', ' ', '\n', '\r\n', '\t', '&amp;', '&nbsp;', '&lt', '&#233;', '&notanentity;', '<br>', '<hr/>', '<input type=checkbox>', '\u00ad', '😀', '<!-- c -->', '<', '>', '&', '<![CDATA[x]]>', '&NotEqualTilde;'),
  fc.string({ maxLength: 8 }),
  fc.constantFrom('<', '/', '>', '!', '-', '&', ';', '"', '=', '#', 'x', '[', ']', '?', 'amp', '<textarea', '<title', '<svg', '<xmp>', '<plaintext>'),
  fc.constantFrom(...TAGS).map((t) => `<${t}>`), fc.constantFrom(...TAGS).map((t) => `</${t}>`),
);
const html = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('for any markup', () => {
  test('segments ascend, lie within text and source, and blocks are trimmed, apart and in order', () => {
    fc.assert(fc.property(html, (source) => {
      const { text, blocks: found, sourceMap } = htmlText(source);
      let end = 0;
      let to = 0;
      for (const s of sourceMap) {
        expect(s.start).toBeGreaterThanOrEqual(end);
        expect(s.end).toBeGreaterThan(s.start);
        expect(s.from).toBeGreaterThanOrEqual(to);
        expect(s.to).toBeGreaterThanOrEqual(s.from);
        end = s.end;
        to = s.to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      expect(to).toBeLessThanOrEqual(source.length);
      let last = 0;
      for (const b of found) {
        expect(b.start).toBeGreaterThanOrEqual(last);
        expect(b.end).toBeGreaterThan(b.start);
        last = b.end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }), { numRuns: 1500 });
  });

  test('what a segment copies is its source, but for white space and character references', () => {
    fc.assert(fc.property(html, (source) => {
      const { text, sourceMap } = htmlText(source);
      for (const s of sourceMap) {
        const copy = text.slice(s.start, s.end);
        const original = source.slice(s.from, s.to);
        const same = copy.replaceAll(/\s/g, ' ') === original.replaceAll(/\s/g, ' ');
        expect(same || copy === ' ' || original.startsWith('&') || original === '').toBe(true);
      }
      const covered = new Set(sourceMap.flatMap((s) => Array.from({ length: s.end - s.start }, (_, i) => s.start + i)));
      const added = text.split('').filter((_, i) => !covered.has(i)).join('');
      expect(added).toMatch(/^(?:[\n\t]|\[[x ]\] )*$/);
    }), { numRuns: 1500 });
  });

  test('no script, style or hidden word comes out, and every other word does', () => {
    const around = fc.array(fc.oneof(fc.constantFrom(...TAGS).map((t) => `<${t}>`), fc.constantFrom('</p>', '</div>', '</b>', ' x ', '&amp;')), { maxLength: 12 }).map((p) => p.join(''));
    const secret = fc.constantFrom('<script>HIDE</script>', '<script type="a">"<p>" HIDE</script>', '<style>HIDE{}</style>', '<!--HIDE-->', '<b hidden>HIDE</b>', '<p style="display:none">HIDE</p>');
    fc.assert(fc.property(around, secret, around, (before, hide, after) => {
      const text = shown(`${before} first ${hide} second ${after}`);
      expect(text).not.toContain('HIDE');
      expect(text).toContain('first');
      expect(text).toContain('second');
    }), { numRuns: 800 });
  });
});

test.each(['kept<P', 'kept</A\t !', 'kept<p class="x', 'kept<!-- cut', 'kept</'])('a tag that the end cuts off is no text: %j', (cut) => { expect(shown(cut).trimEnd()).toMatch(/^kept(?:<\/)?$/); });
