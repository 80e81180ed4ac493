package com.cargobond.api.shipment;

import com.cargobond.api.frame.answer.Amount;
import com.cargobond.domain.ledger.Matter;
import com.cargobond.domain.ledger.RefusalCode;
import com.cargobond.domain.shipment.Cover;
import com.cargobond.domain.shipment.Effect;
import com.cargobond.domain.shipment.Movement;
import com.cargobond.domain.shipment.RecordedEvent;
import com.cargobond.domain.shipment.Shipment;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A shipment as its carrier, the bank and Customs see it. */
public record ShipmentView(
    String operator,
    String houseWaybill,
    String status,
    CoverView cover,
    String dueDate,
    List<ExceptionView> exceptions,
    List<HistoryEntry> history) {

  /** Whether a guarantee stands behind the shipment. {@code reason}: a refusal code. */
  public record CoverView(
      String state, String reason, String guaranteeId, Amount held, boolean forced) {

    static CoverView of(Shipment shipment) {
      Cover cover = shipment.cover();
      return new CoverView(
          switch (cover) {
            case Cover.None none -> "NONE";
            case Cover.Covered covered -> "COVERED";
            case Cover.Refused refused -> "REFUSED";
            case Cover.Discharged discharged -> "DISCHARGED";
          },
          cover instanceof Cover.Refused refused ? refused.code().name() : null,
          cover.hold().map(hold -> hold.guaranteeId().value()).orElse(null),
          shipment.held().map(Amount::of).orElse(null),
          cover instanceof Cover.Covered covered && covered.forced());
    }
  }

  /** What needs a person. */
  @Schema(name = "ShipmentExceptionView")
  public record ExceptionView(String code, String reference, String meaning) {

    static ExceptionView of(Matter exception) {
      return new ExceptionView(
          exception.code().name(), exception.reference(), exception.code().meaning());
    }
  }

  /** One thing that an event did; an event that did several has as many entries. */
  public record HistoryEntry(
      String eventId,
      String type,
      String time,
      String receivedAt,
      String effect,
      String reason,
      Amount amount) {

    static Stream<HistoryEntry> of(RecordedEvent recorded) {
      return recorded.movements().stream().map(movement -> of(recorded, movement));
    }

    private static HistoryEntry of(RecordedEvent recorded, Movement movement) {
      return new HistoryEntry(
          recorded.event().id(),
          recorded.event().type().wireName(),
          recorded.event().time().toString(),
          recorded.receivedAt().toString(),
          movement.effect().name(),
          movement.effect() == Effect.REFUSED
              ? recorded.refusal().map(RefusalCode::name).orElse(null)
              : null,
          movement.amount().map(Amount::of).orElse(null));
    }
  }

  static ShipmentView of(Shipment shipment) {
    return new ShipmentView(
        shipment.id().operator().value(),
        shipment.id().houseWaybill().value(),
        shipment.status().name(),
        CoverView.of(shipment),
        shipment.dueDate().map(Object::toString).orElse(null),
        shipment.matters().stream().map(ExceptionView::of).toList(),
        shipment.history().stream().flatMap(HistoryEntry::of).toList());
  }
}
