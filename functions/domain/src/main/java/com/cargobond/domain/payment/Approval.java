package com.cargobond.domain.payment;

import com.cargobond.domain.input.FieldReader;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.money.Money;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Customs' decision about an amount, by two officers.
 *
 * @param amount more than zero
 * @param approvers who approved: two, and not the same one twice
 */
public record Approval(ApprovalNo number, Money amount, List<String> approvers) {

  /** Dual approval: nobody moves money alone. */
  public static final int APPROVERS = 2;

  private static final int APPROVER_LENGTH_MAX = 64;

  /** Spaces of all kinds, and characters that nobody sees. */
  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\p{Cf}]+");

  public Approval {
    approvers = List.copyOf(approvers);
  }

  /** Reads {@code approvalNo}, {@code amount} and {@code approvers}. */
  public static Approval read(FieldReader in) {
    Approval approval =
        new Approval(
            in.text("approvalNo", ApprovalNo::new),
            in.object("amount", Money::read),
            in.texts("approvers", APPROVERS, APPROVERS, Text.upTo(APPROVER_LENGTH_MAX)));
    if (approval.approvers.size() == APPROVERS && !approval.isByTwo()) {
      in.violation("approvers", "must be two different approvers");
    }
    if (approval.amount != null && approval.amount.minor() == 0) {
      in.violation("amount.amount", "must be more than zero");
    }
    return approval;
  }

  /** Whether two different officers approved. */
  public boolean isByTwo() {
    return approvers.size() == APPROVERS
        && approvers.stream().map(Approval::officer).distinct().count() == APPROVERS;
  }

  /** Whoever is written with other capitals, widths or blanks is the same officer. */
  private static String officer(String approver) {
    String folded = Normalizer.normalize(approver, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BLANKS.matcher(folded).replaceAll("");
  }
}
