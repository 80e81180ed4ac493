package com.cargobond.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a metric filter counts a line, as CloudWatch documents it for lines of JSON: comparisons
 * with a quoted text that may begin or end with an asterisk, {@code NOT EXISTS}, {@code &&} and
 * {@code ||}.
 */
final class LogPattern {

  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\(|\\)|&&|\\|\\||!=|=|[^\\s()]+");

  private final Deque<String> rest = new ArrayDeque<>();
  private final JsonNode line;

  private LogPattern(String pattern, JsonNode line) {
    if (!pattern.startsWith("{") || !pattern.endsWith("}")) {
      throw new AssertionError("not for lines of JSON: " + pattern);
    }
    Matcher tokens = TOKEN.matcher(pattern.substring(1, pattern.length() - 1));
    while (tokens.find()) {
      rest.add(tokens.group());
    }
    this.line = line;
  }

  static boolean counts(String pattern, JsonNode line) {
    LogPattern read = new LogPattern(pattern, line);
    boolean counted = read.any();
    if (!read.rest.isEmpty()) {
      throw new AssertionError("cannot read " + pattern + " from " + read.rest);
    }
    return counted;
  }

  private boolean any() {
    boolean one = all();
    while ("||".equals(rest.peek())) {
      rest.remove();
      one |= all();
    }
    return one;
  }

  private boolean all() {
    boolean all = term();
    while ("&&".equals(rest.peek())) {
      rest.remove();
      all &= term();
    }
    return all;
  }

  private boolean term() {
    String first = rest.remove();
    if (first.equals("(")) {
      boolean inner = any();
      expect(")");
      return inner;
    }
    JsonNode value = line.at(first.substring(1).replace('.', '/'));
    String operator = rest.remove();
    String operand = rest.remove();
    return switch (operator) {
      case "NOT" -> value.isMissingNode();
      case "=" -> !value.isMissingNode() && matches(operand, value.asText());
      case "!=" -> !value.isMissingNode() && !matches(operand, value.asText());
      default -> throw new AssertionError("cannot compare with " + operator);
    };
  }

  private void expect(String token) {
    if (!token.equals(rest.remove())) {
      throw new AssertionError("expected " + token);
    }
  }

  private static boolean matches(String quoted, String value) {
    String text = quoted.substring(1, quoted.length() - 1);
    if (text.equals("*")) {
      return true;
    }
    boolean anyStart = text.startsWith("*");
    boolean anyEnd = text.endsWith("*");
    String fixed = text.substring(anyStart ? 1 : 0, text.length() - (anyEnd ? 1 : 0));
    if (fixed.contains("*")) {
      throw new AssertionError("an asterisk within a text is not for sure one: " + quoted);
    }
    if (anyStart) {
      return anyEnd ? value.contains(fixed) : value.endsWith(fixed);
    }
    return anyEnd ? value.startsWith(fixed) : value.equals(fixed);
  }
}
