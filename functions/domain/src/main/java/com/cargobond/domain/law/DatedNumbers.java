package com.cargobond.domain.law;

import com.cargobond.domain.data.DataFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Numbers by name, each with the dates from which its values hold. */
final class DatedNumbers {

  private final Map<String, NavigableMap<LocalDate, Long>> valuesByName = new HashMap<>();

  /** Rows of name, first date and value; further columns say where the value comes from. */
  DatedNumbers(List<List<String>> rows) {
    for (List<String> row : rows) {
      Long replaced =
          valuesByName
              .computeIfAbsent(row.get(0), name -> new TreeMap<>())
              .put(LocalDate.parse(row.get(1)), Long.valueOf(row.get(2)));
      if (replaced != null) {
        throw new IllegalStateException(row.get(0) + " has two values from " + row.get(1));
      }
    }
  }

  static DatedNumbers load(String fileName) {
    return new DatedNumbers(DataFile.rows(DatedNumbers.class, fileName, 4));
  }

  /** The value with the latest first date that is not after the given date. */
  long on(LocalDate date, String name) {
    NavigableMap<LocalDate, Long> values = valuesByName.get(name);
    if (values == null) {
      throw new IllegalStateException("there is no number " + name);
    }
    Map.Entry<LocalDate, Long> inForce = values.floorEntry(date);
    if (inForce == null) {
      throw new IllegalArgumentException(
          name + " has no value on " + date + ", its first is from " + values.firstKey());
    }
    return inForce.getValue();
  }
}
