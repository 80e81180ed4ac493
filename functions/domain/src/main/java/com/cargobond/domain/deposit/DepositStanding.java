package com.cargobond.domain.deposit;

import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.ledger.Matter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a deposit stands, as a line of its trail; amounts in minor units, no names, no accounts.
 * Numbers are written as strings: formats of numbers load a locale's symbols, which a first event
 * pays for.
 */
public final class DepositStanding {

  private static final Collector<CharSequence, ?, String> LISTED =
      Collectors.joining(", ", "[", "]");

  private DepositStanding() {}

  /**
   * Whether a deposit is that of a snapshot. Its journal is compared, of which all else follows:
   * what follows was written by the rules of that day, which may have changed since.
   */
  public static boolean isOf(String snapshot, Deposit deposit) {
    return snapshot.endsWith(journal(deposit));
  }

  /** Figures, every refund with its attempts, and what was refused or needs a person. */
  public static String of(Deposit deposit) {
    return "status %s frozen %s %s refunds %s exceptions %s%s"
        .formatted(
            deposit.status(),
            deposit.isFrozen(),
            deposit.figures().map(DepositStanding::figures).orElse("not taken"),
            deposit.refunds().stream()
                .map(
                    refund ->
                        "%s %s %s in %s"
                            .formatted(
                                refund.id(),
                                refund.status(),
                                refund.amount().minor(),
                                refund.attempts().size()))
                .collect(LISTED),
            deposit.matters().stream().map(DepositStanding::exception).collect(LISTED),
            journal(deposit));
  }

  private static String journal(Deposit deposit) {
    return " journal %s %s"
        .formatted(
            deposit.journal().size(),
            Fingerprint.of(deposit.journal().stream().map(DepositStanding::line).toList()));
  }

  /** Accounts are told apart, and not told. */
  private static List<String> line(DepositEntry entry) {
    String at = entry.at().toString();
    return switch (entry) {
      case DepositEntry.Learned it ->
          Stream.concat(
                  Stream.of(at, it.event().key(), it.event().fingerprint()),
                  it.event().authority().map(DistrictCode::value).stream())
              .toList();
      case DepositEntry.PaymentStep it -> it.entry().line();
      case DepositEntry.RepairedOnTrust it ->
          List.of(
              at,
              it.refund().value(),
              it.named().number().value(),
              it.named().cnaps().value(),
              it.approvalNo().value());
      case DepositEntry.Elapsed it -> List.of(at, it.day().toString());
    };
  }

  private static String exception(Matter matter) {
    return Stream.of(
            Optional.of(matter.code().name()), Optional.of(matter.reference()), matter.detail())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static String figures(DepositFigures figures) {
    return "%s received %s held %s inFlight %s refunded %s converted %s forfeited %s"
        .formatted(
            figures.currency(),
            figures.received(),
            figures.held(),
            figures.inFlight(),
            figures.refunded(),
            figures.converted(),
            figures.forfeited());
  }
}
