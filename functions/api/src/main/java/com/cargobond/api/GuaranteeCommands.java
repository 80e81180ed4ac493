package com.cargobond.api;

import com.cargobond.domain.guarantee.Guarantee;
import com.cargobond.domain.guarantee.GuaranteeId;
import com.cargobond.store.GuaranteeDesk;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.UnaryOperator;

/** A party's commands on the guarantees that are its own; whose one is, no command changes. */
@RequestScoped
class GuaranteeCommands {

  private final GuaranteeDesk desk;
  private final Access access;
  private final Caller caller;

  GuaranteeCommands(GuaranteeDesk desk, Access access, Caller caller) {
    this.desk = desk;
    this.access = access;
    this.caller = caller;
  }

  /** The guarantee as it stands after the command. */
  Guarantee carryOut(String id, String decision, UnaryOperator<Guarantee> command) {
    GuaranteeId own = access.guarantee(id).id();
    return desk.change(own, command, caller.decides(decision));
  }
}
