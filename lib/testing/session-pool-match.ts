import type { Matcher } from './matchers';
import { absentValue, anyValue, arrayWith, exactly, pattern } from './matchers';

/**
 * Matchers for values inside of the properties that `SessionPoolAssertions` compares.
 *
 * @see https://developer.hashicorp.com/terraform/cdktf/test/unit-tests
 *
 * @example
 *
 * SessionPoolAssertions.fromStack(stack).hasProperties('interpreter', {
 *   scaleConfiguration: { maxConcurrentSessions: SessionPoolMatch.anyValue() },
 * });
 */
export class SessionPoolMatch {
  /**
   * Matches every value that is there. Null is not.
   */
  public static anyValue(): SessionPoolMatch {
    return new SessionPoolMatch(anyValue());
  }

  /**
   * Matches a value that is not there, or null, which ARM takes for the same.
   */
  public static absent(): SessionPoolMatch {
    return new SessionPoolMatch(absentValue());
  }

  /**
   * Matches text in which the regular expression is found.
   *
   * @param expression a regular expression of JavaScript: `^myregistry\.azurecr\.io/`
   */
  public static pattern(expression: string): SessionPoolMatch {
    return new SessionPoolMatch(pattern(expression));
  }

  /**
   * Matches a list that has all of the items, in any order, and maybe others. Items are compared as properties are: objects may have more
   * properties than are expected.
   *
   * @param items the items, which can hold matchers
   */
  public static arrayWith(items: unknown[]): SessionPoolMatch {
    return new SessionPoolMatch(arrayWith(items));
  }

  /**
   * Matches the same value and nothing more: an object must have no other properties.
   *
   * @param value the value
   */
  public static exactly(value: unknown): SessionPoolMatch {
    return new SessionPoolMatch(exactly(value));
  }

  private constructor(private readonly matcher: Matcher) {}

  /**
   * Whether a value is as expected. jest and vitest call it too, so the matchers work in their assertions.
   *
   * @param actual the value
   */
  public asymmetricMatch(actual: unknown): boolean {
    return this.matcher.matches(actual);
  }

  /**
   * What the matcher expects, in words.
   */
  public toString(): string {
    return this.matcher.description;
  }
}
