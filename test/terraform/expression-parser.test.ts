import { parseTemplate, UnreadableExpression } from '../../lib/terraform/expression-parser';
import type { Expression } from '../../lib/terraform/expression-tree';

/** A short form: text in quotes, references as they are, `(a + b)` for all of them, `(a | b)` for one of them. */
function show(expression: Expression): string {
  switch (expression.kind) {
    case 'text':
      return JSON.stringify(expression.text);
    case 'reference':
      return expression.path.map(part => part ?? '*').join('.');
    case 'sensitive':
    case 'nonsensitive':
      return `${expression.kind} ${show(expression.part)}`;
    case 'collection':
      return `{${expression.entries.map(([key, value]) => `${key ?? '*'}: ${show(value)}`).join(', ')}}`;
    default:
      return `(${expression.parts.map(show).join(expression.kind === 'all' ? ' + ' : ' | ')})`;
  }
}

describe('a template', () => {
  test.each([
    ['', '()'],
    ['text', '"text"'],
    ['$${x} %%{y} $', '"${x} %{y} $"'],
    ['${var.x}', 'var.x'],
    ['a${var.x}b', '("a" + var.x + "b")'],
    ['${~ var.x ~}', 'var.x'],
    ['${var.x.y["a-b"].z[0]}', 'var.x.y.a-b.z.0'],
    ['${var.x[*].y}', 'var.x.*.y'],
    ['${var.x.0.y}', 'var.x.0.y'],
    ['${var.x[local.i]}', 'var.x.*'],
    ['${"a${var.x}"}', '("a" + var.x)'],
    ['${"a\\"}b${"c"}"}', '("a\\"}b" + "c")'],
    ['${""}', '""'],
    ['${join("-", ["a", var.x])}', '("-" + {0: "a", 1: var.x})'],
    ['${local.a ? var.x : "b"}', '(var.x | "b")'],
    ['${var.x == "" ? (local.a ? 1 : 2.5e3) : null}', '(("1" | "2.5e3") | ())'],
    ['${!var.x && -var.y > 3}', '(var.x + var.y + "3")'],
    ['${coalesce(var.x, "b")}', '(var.x | "b")'],
    ['${try(var.x, var.y...)}', '(var.x | var.y)'],
    ['${lookup({a = var.x, "b" = "c"}, "a", "d")}', '(var.x | "d")'],
    ['${lookup(var.m, "a")}', '(var.m.a)'],
    ['${element(["a", var.x], 1)}', 'var.x'],
    ['${element(["a", var.x], var.i)}', '("a" | var.x)'],
    ['${merge({a = "b"}, var.m).a}', '("b" | var.m)'],
    ['${sensitive("a")}', 'sensitive "a"'],
    ['${nonsensitive(var.m).a}', 'nonsensitive var.m.a'],
    ['${[for x in var.list : "a-${x}" if x != ""][0]}', '(("a-" + var.list.*))'],
    ['${{for k, v in var.m : k => "b"...}}', '{*: "b"}'],
    ['${{a: 1,\n  b = 2\n}}', '{a: "1", b: "2"}'],
    ['${upper(/* a */ var.x) // b\n}', '(var.x)'],
    ['${true}${null}', '("true" + ())'],
    ['${constructor(var.x)}', '(var.x)'],
  ])('%j is %s', (template, expected) => {
    expect(show(parseTemplate(template))).toBe(expected);
  });

  test.each(['${', '${}', '${var.x', '${"a}', '%{if true}a%{endif}', '${<<EOT\na\nEOT\n}', '${a b}', '${f(}', '${[a}', '${{a}}'])(
    '%j cannot be read',
    template => {
      expect(() => parseTemplate(template)).toThrow(UnreadableExpression);
    },
  );
});
