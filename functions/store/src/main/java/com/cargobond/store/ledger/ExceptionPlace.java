package com.cargobond.store.ledger;

import com.cargobond.domain.input.BrokenRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the list of open exceptions: after the one of this time and id. */
public record ExceptionPlace(Instant since, String id) {

  private static final Pattern FORM = Pattern.compile("([0-9TZ:.-]{1,32})~([A-Za-z0-9_-]{1,64})");

  /** The place behind an entry. */
  public static ExceptionPlace of(OpenException exception) {
    return new ExceptionPlace(exception.since(), exception.id());
  }

  /**
   * The place that a page ended with.
   *
   * @throws BrokenRule if no page can have
   */
  public static ExceptionPlace parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw comesFromNoPage();
    }
    try {
      return new ExceptionPlace(Instant.parse(matcher.group(1)), matcher.group(2));
    } catch (DateTimeException noTime) {
      throw comesFromNoPage();
    }
  }

  private static BrokenRule comesFromNoPage() {
    return new BrokenRule("must come from the page before");
  }

  /** Whether the entry comes later in the list. */
  public boolean isBefore(OpenException exception) {
    int order = since.compareTo(exception.since());
    return order < 0 || order == 0 && id.compareTo(exception.id()) < 0;
  }

  @Override
  public String toString() {
    return since + "~" + id;
  }
}
