package com.cargobond.domain.payment;

import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Spelling;
import com.cargobond.domain.input.Text;
import java.util.List;

/** Dual approval: nobody moves money, or says where it goes, alone. */
public final class Approvers {

  /** How many officers decide. */
  public static final int COUNT = 2;

  private static final int LENGTH_MAX = 64;

  private Approvers() {}

  /** Reads {@code approvers}: two, and not the same one twice. */
  public static List<String> read(FieldReader in) {
    List<String> approvers = in.texts("approvers", COUNT, COUNT, Text.upTo(LENGTH_MAX));
    if (approvers != null && approvers.size() == COUNT && !areTwo(approvers)) {
      in.violation("approvers", "must be two different approvers");
    }
    return approvers == null ? List.of() : approvers;
  }

  /** Whether they are two different officers, however they are written. */
  public static boolean areTwo(List<String> approvers) {
    return approvers.size() == COUNT
        && approvers.stream().map(Spelling::folded).distinct().count() == COUNT;
  }
}
