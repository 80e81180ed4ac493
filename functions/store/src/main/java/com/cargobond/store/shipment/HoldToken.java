package com.cargobond.store.shipment;

import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import com.cargobond.store.deployment.LedgerTable;
import com.cargobond.store.ledger.Item;
import com.cargobond.store.ledger.Range;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of open holds ends: the slice, and the last shipment shown of it. */
record HoldToken(int slice, String shipment) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,2})~([0-9A-Z]{18}/[0-9A-Z-]{1,35})");

  static HoldToken of(Item item) {
    String partition = item.text(LedgerTable.PARTITION_KEY);
    return new HoldToken(
        Integer.parseInt(partition.substring(partition.lastIndexOf('#') + 1)),
        item.text(LedgerTable.SORT_KEY));
  }

  static HoldToken parse(Optional<String> token) {
    if (token.isEmpty()) {
      return new HoldToken(0, Range.BEGINNING);
    }
    Matcher parts = FORM.matcher(token.get());
    if (!parts.matches()) {
      throw new InvalidInput(List.of(new Violation("after", "must come from the page before")));
    }
    return new HoldToken(Integer.parseInt(parts.group(1)), parts.group(2));
  }

  @Override
  public String toString() {
    return slice + "~" + shipment;
  }
}
