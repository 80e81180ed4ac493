package com.cargobond.domain.payment;

import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Spelling;
import com.cargobond.domain.input.Text;
import java.util.List;
import java.util.regex.Pattern;

/** Dual approval: nobody moves money, or says where it goes, alone. */
public final class Approvers {

  /** How many officers decide. */
  public static final int COUNT = 2;

  /** No free text: two spellings that look alike are not two officers. */
  private static final Pattern OFFICER = Pattern.compile("[A-Za-z0-9-]{1,35}");

  private Approvers() {}

  /**
   * Reads {@code approvers}: the identifiers of two officers. Small letters are taken for capitals,
   * so that nobody is two.
   */
  public static List<String> read(FieldReader in) {
    List<String> approvers =
        in.texts(
            "approvers",
            COUNT,
            COUNT,
            in.unlessKept(Text.matching(OFFICER, "must be 1 to 35 letters, digits or hyphens")));
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
