package com.cargobond.store.deployment;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a function may do beside being run.
 *
 * @param tables what it calls on the ledger's tables
 * @param sendsTo the queues that it sends to
 * @param calls whose address and secret it is given
 */
public record Permissions(
    List<TableAccess> tables, List<MessageQueue> sendsTo, Set<Counterparty> calls) {

  static Permissions on(TableAccess... tables) {
    return on(List.of(tables));
  }

  static Permissions on(List<TableAccess> tables) {
    return new Permissions(tables, List.of(), Set.of());
  }

  Permissions and(TableAccess... more) {
    return new Permissions(
        Stream.concat(tables.stream(), Stream.of(more)).toList(), sendsTo, calls);
  }

  Permissions sendingTo(MessageQueue... queues) {
    return new Permissions(tables, List.of(queues), calls);
  }

  Permissions calling(Counterparty... counterparties) {
    return new Permissions(tables, sendsTo, Set.of(counterparties));
  }
}
