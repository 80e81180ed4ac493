package com.cargobond.domain.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads typed values from the fields of a decoded JSON object (maps, lists, strings, numbers,
 * booleans) and collects every violation, so that a caller learns all that is wrong at once.
 *
 * <p>A field that is missing or breaks a rule reads as {@code null} (or 0, false, empty); the value
 * under construction is thrown away by {@link #read}. Fields that nobody asked for are refused.
 */
public final class FieldReader {

  /** Enough to mend a request by; a hostile one must not cost more. */
  private static final int VIOLATIONS_MAX = 20;

  private static final int NAME_LENGTH_MAX = 64;
  private static final String REQUIRED = "is required";

  private final FieldReader outer;
  private final String ownName;
  private final Map<String, ?> fields;
  private final boolean isKept;
  private final List<Violation> violations;

  /** The names that were asked for and are there, each once. */
  private final List<String> known = new ArrayList<>();

  private FieldReader(
      FieldReader outer,
      String name,
      Map<String, ?> fields,
      boolean isKept,
      List<Violation> violations) {
    this.outer = outer;
    this.ownName = name;
    this.fields = fields;
    this.isKept = isKept;
    this.violations = violations;
  }

  /**
   * Reads one object.
   *
   * @throws InvalidInput with every field that breaks a rule
   */
  public static <T> T read(Map<String, ?> fields, Function<FieldReader, T> reading) {
    return read(fields, false, reading);
  }

  /**
   * Reads again what was accepted before: rules of how a thing is written that came later do not
   * make it unreadable.
   *
   * @throws InvalidInput with every field that breaks a rule
   */
  public static <T> T reread(Map<String, ?> fields, Function<FieldReader, T> reading) {
    return read(fields, true, reading);
  }

  private static <T> T read(
      Map<String, ?> fields, boolean isKept, Function<FieldReader, T> reading) {
    List<Violation> violations = new ArrayList<>();
    T value = new FieldReader(null, "", fields, isKept, violations).readWhole(reading);
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return value;
  }

  /** A required string, parsed by a value's constructor or another check. */
  public <T> T text(String name, Function<String, T> parse) {
    return optionalText(name, parse, true);
  }

  /** A string that may be missing, parsed as in {@link #text}. */
  public <T> Optional<T> optionalText(String name, Function<String, T> parse) {
    return Optional.ofNullable(optionalText(name, parse, false));
  }

  /** Required words for a reader, of at most so many characters. */
  public String freeText(String name, int lengthMax) {
    return text(name, unlessKept(Text.free(lengthMax)));
  }

  /** Words for a reader that may be missing. */
  public Optional<String> optionalFreeText(String name, int lengthMax) {
    return optionalText(name, unlessKept(Text.free(lengthMax)));
  }

  /** The required name of a company, of at most so many characters. */
  public String companyName(String name, int lengthMax) {
    return text(name, unlessKept(Text.name(lengthMax)));
  }

  /** Whether it is read again, and not from a sender. */
  public boolean isKept() {
    return isKept;
  }

  /** A rule that what was accepted before need not keep. */
  public UnaryOperator<String> unlessKept(UnaryOperator<String> rule) {
    return isKept ? UnaryOperator.identity() : rule;
  }

  /** A required list of {@code min} to {@code max} strings. */
  public <T> List<T> texts(String name, int min, int max, Function<String, T> parse) {
    Object value = take(name, true);
    List<T> parsed = new ArrayList<>();
    if (value instanceof List<?> list && list.size() >= min && list.size() <= max) {
      for (int i = 0; i < list.size(); i++) {
        T item = parse(name + "[" + i + "]", list.get(i), parse);
        if (item != null) {
          parsed.add(item);
        }
      }
    } else if (value != null) {
      violation(name, "must be a list of " + min + " to " + max + " strings");
    }
    return parsed;
  }

  /** A required whole number between the bounds, both included. */
  public int integer(String name, int min, int max) {
    return integer(name, min, max, null);
  }

  /** A whole number between the bounds, or the default where it is missing. */
  public int integer(String name, int min, int max, Integer otherwise) {
    Object value = take(name, otherwise == null);
    if (value == null) {
      return otherwise == null ? 0 : otherwise;
    }
    OptionalLong whole = WholeNumber.of(value);
    if (whole.isPresent() && whole.getAsLong() >= min && whole.getAsLong() <= max) {
      return (int) whole.getAsLong();
    }
    violation(name, "must be a whole number from " + min + " to " + max);
    return 0;
  }

  /** A required {@code true} or {@code false}. */
  public boolean flag(String name) {
    return flag(take(name, true), name);
  }

  /** A flag that is false where it is missing. */
  public boolean optionalFlag(String name) {
    return flag(take(name, false), name);
  }

  /** A required RFC 3339 time with offset. */
  public Instant time(String name) {
    return text(name, this::parseTime);
  }

  /** An RFC 3339 time that may be missing. */
  public Optional<Instant> optionalTime(String name) {
    return optionalText(name, this::parseTime);
  }

  /** A required date such as {@code 2026-03-17}. */
  public LocalDate date(String name) {
    return text(name, FieldReader::parseDate);
  }

  /** A date that may be missing. */
  public Optional<LocalDate> optionalDate(String name) {
    return optionalText(name, FieldReader::parseDate);
  }

  /** A required constant of an enumeration. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return text(name, text -> parseChoice(text, type));
  }

  /** A constant that may be missing. */
  public <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
    return optionalText(name, text -> parseChoice(text, type));
  }

  /** A required, non-empty set of constants. */
  public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
    Set<E> chosen = EnumSet.noneOf(type);
    chosen.addAll(texts(name, 1, type.getEnumConstants().length, text -> parseChoice(text, type)));
    return chosen;
  }

  /** A set of constants that may be missing, and is not empty. */
  public <E extends Enum<E>> Optional<Set<E>> optionalChoices(String name, Class<E> type) {
    return take(name, false) == null ? Optional.empty() : Optional.of(choices(name, type));
  }

  /** A required object. */
  public <T> T object(String name, Function<FieldReader, T> reading) {
    return object(name, reading, true);
  }

  /** An object that may be missing. */
  public <T> Optional<T> optionalObject(String name, Function<FieldReader, T> reading) {
    return Optional.ofNullable(object(name, reading, false));
  }

  /** A required object as it stands, for a reader that is chosen by another field. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> rawObject(String name) {
    Object value = take(name, true);
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    if (value != null) {
      violation(name, "must be an object");
    }
    return Map.of();
  }

  /** Reads the given object as if it stood in the named field. */
  public <T> T within(String name, Map<String, ?> object, Function<FieldReader, T> reading) {
    return new FieldReader(this, name, object, isKept, violations).readWhole(reading);
  }

  /** A string, a flag or a whole number that may be missing, as attributes of events are. */
  public Optional<Object> optionalScalar(String name, UnaryOperator<String> rule) {
    Object value = take(name, false);
    return switch (value) {
      case null -> Optional.empty();
      case String text -> Optional.ofNullable(parse(name, text, unlessKept(rule)));
      case Boolean flag -> Optional.of(flag);
      case Integer number -> Optional.of(number);
      default -> {
        violation(name, "must be a string, a whole number of 32 bits, true or false");
        yield Optional.empty();
      }
    };
  }

  /** The names of all fields, in alphabetical order. */
  public Set<String> names() {
    return new TreeSet<>(fields.keySet());
  }

  /** The names of all fields, in any order. */
  public Set<String> unsortedNames() {
    return Collections.unmodifiableSet(fields.keySet());
  }

  /** Whether the field is there at all. */
  public boolean has(String name) {
    return fields.get(name) != null;
  }

  /** Adds a violation that concerns more than one field's own form. */
  public void violation(String name, String rule) {
    if (violations.size() < VIOLATIONS_MAX) {
      String shown = name.substring(0, Math.min(NAME_LENGTH_MAX, name.length()));
      violations.add(new Violation(path() + shown, rule));
    }
  }

  /** What stands before the names of its fields. */
  private String path() {
    return outer == null ? "" : outer.path() + ownName + ".";
  }

  private <T> T readWhole(Function<FieldReader, T> reading) {
    T value = reading.apply(this);
    if (known.size() < fields.size()) {
      for (String name : names()) {
        if (!known.contains(name)) {
          violation(name, "is not a known field");
        }
      }
    }
    return value;
  }

  private Object take(String name, boolean required) {
    Object value = fields.get(name);
    if ((value != null || fields.containsKey(name)) && !known.contains(name)) {
      known.add(name);
    }
    if (value == null && required) {
      violation(name, REQUIRED);
    }
    return value;
  }

  private <T> T optionalText(String name, Function<String, T> parse, boolean required) {
    Object value = take(name, required);
    return value == null ? null : parse(name, value, parse);
  }

  private <T> T parse(String name, Object value, Function<String, T> parse) {
    if (!(value instanceof String text)) {
      violation(name, "must be a string");
      return null;
    }
    try {
      return parse.apply(text);
    } catch (BrokenRule broken) {
      violation(name, broken.getMessage());
      return null;
    }
  }

  private boolean flag(Object value, String name) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value != null) {
      violation(name, "must be true or false");
    }
    return false;
  }

  private <T> T object(String name, Function<FieldReader, T> reading, boolean required) {
    Object value = take(name, required);
    if (value instanceof Map<?, ?>) {
      @SuppressWarnings("unchecked")
      Map<String, Object> object = (Map<String, Object>) value;
      return within(name, object, reading);
    }
    if (value != null) {
      violation(name, "must be an object");
    }
    return null;
  }

  private Instant parseTime(String text) {
    try {
      // It is kept in UTC, where the first and last hours lie in another year.
      return isKept ? Rfc3339.time(text) : Rfc3339.time(text, Years::require);
    } catch (DateTimeException malformed) {
      throw new BrokenRule("must be an RFC 3339 time with offset");
    }
  }

  private static LocalDate parseDate(String text) {
    try {
      LocalDate date = Rfc3339.date(text);
      Years.require(date.getYear());
      return date;
    } catch (DateTimeException malformed) {
      throw new BrokenRule("must be a date such as 2026-03-17");
    }
  }

  private static <E extends Enum<E>> E parseChoice(String text, Class<E> type) {
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException none) {
      throw new BrokenRule("must be one of " + Arrays.toString(type.getEnumConstants()));
    }
  }
}
