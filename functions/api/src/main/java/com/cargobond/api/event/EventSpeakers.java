package com.cargobond.api.event;

import com.cargobond.api.frame.caller.Caller;
import com.cargobond.domain.event.ShipmentEvent;
import com.cargobond.domain.identity.DistrictCode;
import com.cargobond.domain.input.InvalidInput;
import com.cargobond.domain.input.Violation;
import io.quarkus.security.ForbiddenException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may say what: a carrier speaks of its own shipments, and an office of Customs of what was
 * filed in its district.
 */
final class EventSpeakers {

  private static final Pattern CUSTOMS_SOURCE = Pattern.compile("/customs/(\\d{4})");

  private EventSpeakers() {}

  /**
   * The event in the caller's name, if it is the caller's to say.
   *
   * @throws ForbiddenException if it is another's
   * @throws InvalidInput if Customs does not say which of its offices speaks
   */
  static ShipmentEvent spokenBy(Caller caller, ShipmentEvent event, EventRules rules) {
    if (!event.type().isCargo()) {
      return event.inTheNameOf(requireInCharge(event, caller, rules));
    }
    if (caller.operator().filter(event.shipment().operator()::equals).isEmpty()) {
      throw new ForbiddenException("a carrier posts for itself only");
    }
    return event;
  }

  private static DistrictCode requireInCharge(
      ShipmentEvent event, Caller caller, EventRules rules) {
    DistrictCode speaking = office(event.source());
    DistrictCode district =
        caller
            .district()
            .orElseThrow(() -> new ForbiddenException("the token names no district of Customs"));
    if (!district.covers(speaking)) {
      throw new ForbiddenException("an office of another district speaks for itself");
    }
    // Who speaks for all of Customs need not be asked for what: it would cost a read.
    if (!district.isAdministration() && !rules.heard(event).test(district)) {
      throw new ForbiddenException("another office of Customs is in charge");
    }
    return district;
  }

  private static DistrictCode office(String source) {
    Matcher customs = CUSTOMS_SOURCE.matcher(source);
    if (!customs.matches()) {
      throw new InvalidInput(
          List.of(
              new Violation(
                  "source",
                  "must be /customs/ and the office that speaks, such as /customs/2233")));
    }
    return new DistrictCode(customs.group(1));
  }
}
