package com.cargobond.api.guarantee;

import com.cargobond.api.frame.caller.Caller;
import com.cargobond.api.frame.request.IdempotencyKey;
import com.cargobond.domain.event.Fingerprint;
import com.cargobond.domain.guarantee.Amendment;
import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.store.guarantee.GuaranteeLedger;
import com.cargobond.store.guarantee.RequestFingerprint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A party's commands on the guarantees that are its own; whose one is, no command changes. */
@RequestScoped
class GuaranteeCommands {

  private final GuaranteeLedger guarantees;
  private final GuaranteeAccess access;
  private final Caller caller;

  GuaranteeCommands(GuaranteeLedger guarantees, GuaranteeAccess access, Caller caller) {
    this.guarantees = guarantees;
    this.access = access;
    this.caller = caller;
  }

  /** The guarantee as it stands after the command. */
  Guarantee carryOut(String id, String decision, UnaryOperator<Guarantee> command) {
    GuaranteeId own = access.guarantee(id).id();
    return guarantees.change(own, command, caller.decides(decision));
  }

  /** The guarantee as it stands after the amendment, which the same key makes once. */
  Guarantee amend(String id, HttpHeaders headers, Amendment amendment) {
    GuaranteeId own = access.guarantee(id).id();
    return guarantees.amend(
        IdempotencyKey.of(headers, caller),
        RequestFingerprint.of(
            Fingerprint.of(Map.of("amend", own.value(), "to", amendment.toData()))),
        own,
        amendment,
        caller.decides("AMEND"));
  }
}
