package com.cargobond.domain.identity;

import com.cargobond.domain.data.DataFile;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The codes that stand for a bank with all of its branches; they stand in {@code head-offices.csv}.
 */
final class HeadOffices {

  private static final Set<CnapsCode> ALL =
      DataFile.rows(HeadOffices.class, "head-offices.csv", 3).stream()
          .map(row -> new CnapsCode(row.getFirst()))
          .collect(Collectors.toUnmodifiableSet());

  private HeadOffices() {}

  static boolean include(CnapsCode code) {
    return ALL.contains(code);
  }
}
