package com.cargobond.domain.audit;

import com.cargobond.domain.deposit.Deposit;
import com.cargobond.domain.deposit.DepositEntry;
import com.cargobond.domain.deposit.DepositException;
import com.cargobond.domain.deposit.DepositFigures;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeTerms;
import com.cargobond.domain.guarantee.Position;
import com.cargobond.domain.guarantee.ProposedAmendment;
import com.cargobond.domain.identity.DistrictCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How something stands, as a line of a trail; amounts in minor units, no names, no accounts.
 * Numbers are written as strings: formats of numbers load a locale's symbols, which a first event
 * pays for.
 */
public final class Snapshot {

  private static final Collector<CharSequence, ?, String> LISTED =
      Collectors.joining(", ", "[", "]");

  private Snapshot() {}

  /** Terms, status and the position of the whole. */
  public static String of(Guarantee guarantee) {
    return terms(guarantee) + of(guarantee.position());
  }

  /** A slice. */
  public static String of(Position position) {
    return "limit %s reserved %s openDemands %s paidClaims %s reinstated %s consumed %s"
        .formatted(
            position.limit(),
            position.reserved(),
            position.openDemands(),
            position.paidClaims(),
            position.reinstated(),
            position.consumed());
  }

  /**
   * Whether terms and status are those of a snapshot. The position is not compared: the slices'
   * trails tell how it moved since.
   */
  public static boolean isOf(String snapshot, Guarantee guarantee) {
    return snapshot.startsWith(
        terms(guarantee) + "limit %s ".formatted(guarantee.terms().limit().minor()));
  }

  /**
   * Whether a slice is that of a snapshot. A change of terms moves limits and what is reinstated
   * without an entry for each slice, so that these two are not compared.
   */
  public static boolean isOf(String snapshot, Position slice) {
    return withoutTerms(snapshot).equals(withoutTerms(of(slice)));
  }

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
            deposit.figures().map(Snapshot::figures).orElse("not taken"),
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
            deposit.exceptions().stream().map(Snapshot::exception).collect(LISTED),
            journal(deposit));
  }

  private static String journal(Deposit deposit) {
    return " journal %s %s"
        .formatted(
            deposit.journal().size(),
            Fingerprint.of(deposit.journal().stream().map(Snapshot::line).toList()));
  }

  private static String terms(Guarantee guarantee) {
    GuaranteeTerms terms = guarantee.terms();
    return "number %s principal %s beneficiaries %s status %s version %s registration %s purposes %s cover %s to %s surety to %s revolving %s %s %s"
        .formatted(
            terms.number(),
            terms.principal().uscc(),
            terms.beneficiaries().districts(),
            guarantee.status(),
            guarantee.version(),
            guarantee.registrationNo().map(Object::toString).orElse("-"),
            terms.purposes().stream().sorted().toList(),
            terms.coverFrom(),
            terms.coverTo(),
            terms.suretyshipTo(),
            terms.revolving(),
            guarantee.currency(),
            guarantee.proposed().map(Snapshot::proposed).orElse(""));
  }

  private static String proposed(ProposedAmendment proposed) {
    return "proposed %s %s %s "
        .formatted(
            proposed.version(),
            proposed.isOpen() ? "open" : "rejected",
            proposed.amendment().toData());
  }

  private static String withoutTerms(String slice) {
    return slice.replaceAll("(limit|reinstated) \\d+", "");
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
      case DepositEntry.Sent it -> List.of(at, it.refund().value(), it.uetr().value());
      case DepositEntry.Told it ->
          List.of(at, it.uetr().value(), it.outcome().name(), it.reason().orElse(""));
      case DepositEntry.ToldOfUnknown it ->
          List.of(
              at,
              it.refund().value(),
              it.uetr().value(),
              it.outcome().name(),
              it.reason().orElse(""));
      case DepositEntry.Unanswered it -> List.of(at, it.uetr().value());
      case DepositEntry.Denied it -> List.of(at, "denied", it.uetr().value());
      case DepositEntry.Repaired it ->
          it.named()
              .map(
                  named ->
                      List.of(
                          at,
                          it.refund().value(),
                          named.number().value(),
                          named.cnaps().value(),
                          it.approvalNo().value()))
              .orElseGet(() -> List.of(at, it.refund().value(), it.approvalNo().value()));
      case DepositEntry.Elapsed it -> List.of(at, it.day().toString());
    };
  }

  private static String exception(DepositException matter) {
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
