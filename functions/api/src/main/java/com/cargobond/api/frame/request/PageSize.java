package com.cargobond.api.frame.request;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.store.ledger.Ledger;
import java.util.List;

/** The {@code limit} of a list. */
public final class PageSize {

  private PageSize() {}

  /**
   * Read here, because the framework answers 404 to a number that it cannot read.
   *
   * @throws InvalidInput unless it is 1 to {@link Ledger#PAGE_SIZE_MAX}
   */
  public static int read(String limit) {
    int size = limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : 0;
    if (size < 1 || size > Ledger.PAGE_SIZE_MAX) {
      throw new InvalidInput(
          List.of(
              new Violation("limit", "must be a whole number from 1 to " + Ledger.PAGE_SIZE_MAX)));
    }
    return size;
  }
}
