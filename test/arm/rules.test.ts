import { LocalArm } from './local-arm';
import { DEFAULT_RULES, LENIENT_RULES, rulesNamed, STRICT_RULES } from './rules';

test.each([
  [undefined, DEFAULT_RULES],
  ['default', DEFAULT_RULES],
  ['strict', STRICT_RULES],
  ['lenient', LENIENT_RULES],
])('%s names rules', (name, rules) => {
  expect(rulesNamed(name)).toBe(rules);
});

test('a name that nobody knows is refused', () => {
  expect(() => rulesNamed('lax')).toThrow(new Error('LOCAL_ARM_RULES must be one of default, strict, lenient, got lax'));
});

test('the strict and the lenient rules differ in everything', () => {
  for (const rule of Object.keys(STRICT_RULES) as Array<keyof typeof STRICT_RULES>) {
    expect(STRICT_RULES[rule]).not.toBe(LENIENT_RULES[rule]);
  }
});

describe('LOCAL_ARM_RULES', () => {
  const before = process.env.LOCAL_ARM_RULES;

  afterEach(() => {
    if (before === undefined) delete process.env.LOCAL_ARM_RULES;
    else process.env.LOCAL_ARM_RULES = before;
  });

  test('gives the rules, and a test those that it asks for', async () => {
    process.env.LOCAL_ARM_RULES = 'strict';
    const arm = await LocalArm.start({ rules: { refuseBusy: false } });
    expect(arm.rules).toEqual({ ...STRICT_RULES, refuseBusy: false });
    await arm.stop();
  });
});
