package com.cargobond.domain.deposit;

import com.cargobond.domain.input.BrokenRule;
import com.cargobond.domain.input.Text;
import com.cargobond.domain.ledger.Alias;
import com.cargobond.domain.payment.ApprovalNo;
import com.cargobond.domain.payment.PaymentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Identifies a refund, to the bank too: it is the end-to-end id of each of its payments. It follows
 * from deposit and approval, so that the same approval can never become two refunds.
 *
 * @param value {@code RF-} and 24 hexadecimal digits: an end-to-end id has at most 35 characters
 */
public record RefundId(String value) implements PaymentId {

  /** How every refund's id begins, and no other payment's. */
  static final String PREFIX = "RF-";

  private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{24}");

  /** How many bytes an id's digits stand for. */
  private static final int DIGEST_BYTES = 12;

  /**
   * Checks the value.
   *
   * @throws BrokenRule if it has another form
   */
  public RefundId {
    Text.matching(FORM, "must be RF- and 24 hexadecimal digits").apply(value);
  }

  /** The refund that an approval orders. */
  public static RefundId of(DepositId deposit, ApprovalNo approval) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((deposit + "\n" + approval).getBytes(StandardCharsets.UTF_8));
      return new RefundId(PREFIX + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  @Override
  public Alias alias() {
    return Alias.of("REFUND", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
